import type { Sentence } from '@lettrage/sentences';
import { type FaultCode, remedyOf } from './catalogue/catalogue.js';
import type { CsvMapping, CsvQuestion } from './csv/csv-mapping.js';
import { excerptOf, type SaidOfFile, visibleSentence, visibleText } from './excerpt.js';

export type { FaultCode, WarningCode } from './catalogue/catalogue.js';

/** Where in the file: at least one of these, so that nothing is refused or warned of without a place. */
export type Place = { [Part in keyof Places]-?: Required<Pick<Places, Part>> & Places }[keyof Places];

/**
 * Lines, columns and records count from 1, bytes from 0. `record` is the row of a CSV, the entry of a CAMT, the record of
 * a CFONB; `member` the file within an archive.
 */
interface Places {
  readonly member?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
  readonly record?: number;
  readonly byte?: number;
}

/** What a person can say of a CSV that is refused, so that it is read the next time: questions, and a mapping to correct. */
export interface CsvAsked {
  readonly questions: readonly CsvQuestion[];
  readonly mapping: CsvMapping;
}

/** A file that cannot be read as a statement. Nothing of it may be kept. The message is one line for people: where, what, what to do. */
export class StatementFault extends Error {
  override readonly name = 'StatementFault';
  readonly problem: string;
  /** What `problem` says, so that it can be said in another language. */
  readonly sentence: SaidOfFile;
  readonly remedy: string;
  /** At most 80 characters of the file around the place, without characters that would garble a terminal or a log. */
  readonly excerpt: string;

  constructor(
    /** Its explanation, in both languages, is `entryOf(code)`. */
    readonly code: FaultCode,
    readonly file: string,
    readonly place: Place,
    said: Sentence,
    excerpt = '',
    /** Of a CSV whose columns cannot be told; null where nothing that a person says would help. */
    readonly asks: CsvAsked | null = null,
  ) {
    const shown = excerptOf(excerpt);
    const remedy = remedyOf(code);
    super(`${visibleText(`${file}${describePlace(place)}: ${said.text}`)}${shown === '' ? '' : ` (near "${shown}")`}. ${remedy} [${code}]`);
    this.problem = visibleText(said.text);
    this.sentence = visibleSentence(said);
    this.remedy = remedy;
    this.excerpt = shown;
  }
}

/** `, line 3, column 7, /Document/...` or nothing. */
export function describePlace(place: Place): string {
  const parts: string[] = [];
  if (place.member !== undefined) parts.push(place.member === '' ? '""' : place.member);
  if (place.line !== undefined) parts.push(`line ${place.line}`);
  if (place.column !== undefined) parts.push(`column ${place.column}`);
  if (place.record !== undefined) parts.push(`record ${place.record}`);
  if (place.byte !== undefined) parts.push(`byte ${place.byte}`);
  if (place.path !== undefined) parts.push(place.path);
  return visibleText(parts.map((part) => `, ${part}`).join(''));
}
