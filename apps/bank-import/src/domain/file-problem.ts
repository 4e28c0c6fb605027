import { describePlace, entryOf, type Place, type StatementFault, type StatementWarning } from '@lettrage/bank-formats';
import { type bankImportHttp, type ImportProblemCode, importProblems, onTheWire, type RefusalCode, refusalWords, type Sentence } from '@lettrage/contracts';

type FileProblem = bankImportHttp.FileProblem;

export function importProblem(code: ImportProblemCode, said: Sentence | string, where: string | null = null): FileProblem {
  const { explanation, remedy } = importProblems[code].en;
  return { code, ...messageOf(said), where, excerpt: null, explanation, remedy, page: pageOf(code) };
}

/** What the border refuses, said of a file that did not come over it. */
export function refusalProblem(code: RefusalCode, message: string, ownRemedy?: string): FileProblem {
  const { explanation, remedy } = refusalWords[code].en;
  return { code, message, where: null, excerpt: null, explanation, remedy: ownRemedy ?? remedy, page: `/docs/errors/api.md#${code}` };
}

/** `file` is the file as a whole; a fault in a member of an archive names the member. */
export function problemOfFault(fault: StatementFault, file: string): FileProblem {
  const place = fault.file === file ? fault.place : { member: fault.file.slice(file.length + 1), ...fault.place };
  return formatProblem(fault.code, fault.problem, place, fault.excerpt);
}

export function problemOfWarning({ code, message, place, excerpt }: StatementWarning): FileProblem {
  return formatProblem(code, message, place, excerpt);
}

function formatProblem(code: StatementFault['code'] | StatementWarning['code'], message: string, place: Place, excerpt: string): FileProblem {
  const { explanation, remedy } = entryOf(code).en;
  return { code, message, where: describePlace(place).slice(2) || null, place, excerpt: excerpt || null, explanation, remedy, page: pageOf(code) };
}

/** The English message, with the sentence that it is where it is one. */
function messageOf(said: Sentence | string): Pick<FileProblem, 'message' | 'sentence'> {
  return typeof said === 'string' ? { message: said } : { message: said.text, sentence: onTheWire(said) };
}

function pageOf(code: string): string {
  return `/docs/errors/${code}.md`;
}
