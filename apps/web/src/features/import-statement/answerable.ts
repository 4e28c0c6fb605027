import type { StatementFile } from '../../api/types.js';

type Refused = Pick<StatementFile, 'state' | 'problem' | 'questions'>;

/** Whether the file was refused only because someone has to say something that is not in it. */
export function isAnswerable(file: Refused): boolean {
  return file.state === 'refused' && (file.questions.length > 0 || asksForAccount(file));
}

export function asksForAccount({ problem }: Pick<Refused, 'problem'>): boolean {
  return problem?.code === 'account_needed';
}
