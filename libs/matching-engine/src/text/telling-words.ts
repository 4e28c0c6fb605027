import type { Run } from './runs.js';

/** Words of the text, and those of the payer's name marked as such, that may tell other money from payments of invoices. */
export function tellingWords(nameWords: readonly string[], runs: readonly Run[]): string[] {
  const words: string[] = [];
  for (const run of runs) if (!run.digits && run.text.length >= 2) words.push(run.text);
  for (const word of nameWords) words.push(`~${word}`);
  return words;
}
