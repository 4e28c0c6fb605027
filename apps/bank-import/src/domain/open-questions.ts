import { type CsvMapping, type CsvQuestion, type FileSummary } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';
import { importProblem } from './file-problem.js';

/** The file could be read in more than one way, and nothing in it decides: a person has to, before anything of it is imported. */
export class OpenQuestions extends Error {
  readonly problem: bankImportHttp.FileProblem;

  constructor(
    readonly questions: readonly CsvQuestion[],
    readonly mapping: CsvMapping | null,
  ) {
    const problem = importProblem('questions_open', questions.map(({ what }) => what).join(' '));
    super(problem.message);
    this.name = 'OpenQuestions';
    this.problem = problem;
  }
}

/** What of a CSV's summary a preview shows. */
export function csvPartOf({ questions = [], mapping }: FileSummary, keptMapping: boolean): Pick<bankImportHttp.StatementPreview, 'questions' | 'mapping' | 'keptMapping'> {
  return {
    questions: questions.map((question) => ({ ...question, readings: [...question.readings], examples: [...question.examples] })),
    mapping: mapping ? { ...mapping, columns: [...mapping.columns] } : null,
    keptMapping,
  };
}
