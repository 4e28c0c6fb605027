import { describePlace, entryOf, type Place, type StatementFault, type StatementWarning } from '@lettrage/bank-formats';
import { type bankImportHttp, type ImportProblemCode, importProblems, onTheWire, type RefusalCode, refusalWords, type Sentence } from '@lettrage/contracts';

type FileProblem = bankImportHttp.FileProblem;

export function importProblem(code: ImportProblemCode, said: Sentence, statement?: string): FileProblem {
  const { explanation, remedy } = importProblems[code].en;
  return { code, ...messageOf(said), ...(statement === undefined ? { where: null } : placeOfStatement(statement)), excerpt: null, explanation, remedy, page: pageOf(code) };
}

/** What the border refuses, said of a file that did not come over it. */
export function refusalProblem(code: RefusalCode, said: Pick<FileProblem, 'message' | 'sentence'>, ownRemedy?: string): FileProblem {
  const { explanation, remedy } = refusalWords[code].en;
  return { code, ...said, where: null, excerpt: null, explanation, remedy: ownRemedy ?? remedy, page: `/docs/errors/api.md#${code}` };
}

/** `file` is the file as a whole; a fault in a member of an archive names the member. */
export function problemOfFault(fault: StatementFault, file: string): FileProblem {
  const place = fault.file === file ? fault.place : { member: fault.file.slice(file.length + 1), ...fault.place };
  return formatProblem(fault.code, fault.problem, fault.sentence, place, fault.excerpt);
}

export function problemOfWarning({ code, message, sentence, place, excerpt }: StatementWarning): FileProblem {
  return formatProblem(code, message, sentence, place, excerpt);
}

function formatProblem(code: StatementFault['code'] | StatementWarning['code'], message: string, sentence: StatementFault['sentence'], place: Place, excerpt: string): FileProblem {
  const { explanation, remedy } = entryOf(code).en;
  return { code, message, sentence, where: describePlace(place).slice(2) || null, place, excerpt: excerpt || null, explanation, remedy, page: pageOf(code) };
}

/** Where a statement as a whole is meant, by what messages call it. */
export function placeOfStatement(statement: string): Pick<FileProblem, 'where' | 'place'> {
  return { where: `statement ${statement}`, place: { statement } };
}

/** The English message, and the sentence that it is. */
export function messageOf(said: Sentence): Pick<FileProblem, 'message' | 'sentence'> {
  return { message: said.text, sentence: onTheWire(said) };
}

function pageOf(code: string): string {
  return `/docs/errors/${code}.md`;
}
