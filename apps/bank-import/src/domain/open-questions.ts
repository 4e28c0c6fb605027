import { type CsvAsked, type CsvMapping, type CsvQuestion, type FileSummary } from '@lettrage/bank-formats';
import { type bankImportHttp, type Problem, type Sentence, sentence } from '@lettrage/contracts';
import { importProblem } from './file-problem.js';

/** The file could be read in more than one way, and nothing in it decides: a person has to, before anything of it is imported. */
export class OpenQuestions extends Error {
  readonly problem: bankImportHttp.FileProblem;

  constructor(
    readonly questions: readonly CsvQuestion[],
    readonly mapping: CsvMapping | null,
  ) {
    const problem = importProblem('questions_open', saidOf(questions));
    super(problem.message);
    this.name = 'OpenQuestions';
    this.problem = problem;
  }
}

function saidOf(questions: readonly CsvQuestion[]): Sentence {
  const asked = { questions: questions.map(({ what }) => what).join(' '), about: questions[0]?.code ?? '' };
  return questions.length > 1 ? sentence('file_asks_more', { ...asked, others: String(questions.length - 1) }) : sentence('file_asks', asked);
}

/** What of a CSV's summary a preview shows. */
export function csvPartOf({ questions = [], mapping }: FileSummary, keptMapping: boolean): Pick<bankImportHttp.StatementPreview, 'questions' | 'mapping' | 'keptMapping'> {
  return { questions: questions.map(questionOf), mapping: mapping ? mappingOf(mapping) : null, keptMapping };
}

/** What is asked of a CSV that was not read. */
export function askedOf({ questions, mapping }: CsvAsked): NonNullable<Problem['asks']> {
  return { questions: questions.map(questionOf), mapping: mappingOf(mapping) };
}

function questionOf({ rows, unread, ...question }: CsvQuestion): bankImportHttp.CsvQuestion {
  return { ...question, readings: [...question.readings], examples: [...question.examples], ...(unread && { unread: [...unread] }), ...(rows && { rows: rows.map((row) => [...row]) }) };
}

function mappingOf(mapping: CsvMapping): bankImportHttp.CsvMapping {
  return { ...mapping, columns: [...mapping.columns] };
}
