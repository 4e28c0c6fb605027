import { onTheWire, type Sentence } from '@lettrage/sentences';
import { type CompanyFaultCode } from './catalogue.js';

/** A file by its path, or bytes that came some other way under the name that messages give them. */
export type CompanyFile = string | { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

export function nameOf(file: CompanyFile): string {
  return typeof file === 'string' ? file : file.name;
}

/** Where in the file: lines and records count from 1, bytes from 0; a CSV has columns, a line of JSON has fields. */
export interface CompanyPlace {
  readonly line?: number;
  readonly column?: string;
  readonly field?: string;
  readonly record?: number;
  readonly byte?: number;
}

const longestExcerpt = 60;

/** The file was understood and refused; the message names the file, the line, the column, what is wrong and what to do. */
export class CompanyFileFault extends Error {
  override readonly name = 'CompanyFileFault';
  readonly problem: string;
  /** What `problem` says, so that it can be said in another language. */
  readonly sentence: Pick<Sentence, 'id' | 'values'>;
  /** What stands there, at most 60 characters; empty where something is missing. */
  readonly excerpt: string;

  constructor(
    /** Its explanation, in both languages, is `catalogue[code]`. */
    readonly code: CompanyFaultCode,
    readonly file: string,
    readonly place: CompanyPlace,
    said: Sentence,
    /** For this very place. */
    readonly remedy: string,
    excerpt = '',
  ) {
    super(`${described(file, place)}: ${visible(said.text)}; ${remedy}`);
    this.problem = visible(said.text);
    this.sentence = onTheWire({ ...said, values: Object.fromEntries(Object.entries(said.values).map(([name, value]) => [name, visible(value)])) });
    this.excerpt = visible(excerpt.slice(0, longestExcerpt));
  }

  /** The message without the remedy. */
  get said(): string {
    return `${described(this.file, this.place)}: ${this.problem}`;
  }
}

/** Control characters would garble a terminal or a log line. */
function visible(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function described(file: string, { line, column, field, record, byte }: CompanyPlace): string {
  const at = line === undefined ? '' : `:${line}`;
  const inside = [record === undefined ? '' : `, record ${record}`, byte === undefined ? '' : `, byte ${byte}`].join('');
  return `${file}${at}${inside}${column === undefined ? '' : `: column "${column}"`}${field === undefined ? '' : `: field "${field}"`}`;
}
