import { type CharacterCodes, type Codes, Piece } from './character-codes.js';
import type { ElementPath } from './element-path.js';
import { ownCopy } from './name-table.js';
import { wants } from './xml-handler.js';

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

interface Step {
  readonly element: ElementPath;
  /** Where its tag begins, counted from where the run does. */
  readonly at: number;
  /** Null of an end tag. */
  readonly attributes: readonly Attribute[] | null;
}

/**
 * Tags that followed one another without a text between them, as `</Cd></Sts><BookgDt><Dt>`. A bank's entries are alike, so nearly all markup of a statement
 * was seen before where it stands: it is then compared, and not read again.
 */
export interface MarkupRun {
  readonly text: Piece;
  /** What of it the handler wants to hear. */
  readonly steps: readonly Step[];
  readonly lastTag: number;
  readonly to: ElementPath;
  /** Whether an element was entered that is read, and how many have been since that are not. */
  readonly isRead: boolean;
  readonly unread: number;
}

export const longestRun = 512;
const mostOfElement = 4;

export function knownRun({ runs }: ElementPath, characters: CharacterCodes, start: number): MarkupRun | null {
  for (const run of runs) if (characters.has(run.text, start)) return run;
  return null;
}

export class Recording {
  private readonly steps: Step[] = [];
  private isKept = true;

  private constructor(
    private readonly from: ElementPath,
    private readonly start: number,
  ) {}

  /** Null where no more is learned. What stands outside the root comes once. */
  static from(element: ElementPath, start: number): Recording | null {
    return element.name !== null && element.isKept && element.runs.length < mostOfElement ? new Recording(element, start) : null;
  }

  entered(element: ElementPath, at: number, attributes: readonly Attribute[]): void {
    this.isKept &&= element.isKept;
    this.steps.push({ element, at: at - this.start, attributes });
  }

  left(element: ElementPath, at: number): void {
    this.steps.push({ element, at: at - this.start, attributes: null });
  }

  /** Whether it is at its end behind a tag, where `to` is open: then it is kept. */
  endsAt(end: number, codes: Codes, to: ElementPath): boolean {
    if (end < 0) return true;
    let next = end;
    if ((to.wanted & wants.text) === 0) while (isSpace(codes[next]!)) next++;
    if (codes[next] === lessThan && end - this.start < longestRun / 2) return false;
    // What the end of a piece of the file cuts would be found first, and be only a part.
    const text = this.isKept && codes[next] !== 0 && end - this.start <= longestRun ? Piece.of(codes.subarray(this.start, end)) : null;
    if (text !== null) this.from.runs.push(this.run(text, to));
    return true;
  }

  private run(text: Piece, to: ElementPath): MarkupRun {
    const { steps } = this;
    const lastRead = steps.findLastIndex(({ element, attributes }) => attributes !== null && element.state !== 0);
    const unread = steps.slice(lastRead + 1).filter(({ attributes }) => attributes !== null).length;
    return { text, steps: steps.filter(isHeard).map(kept), lastTag: steps.at(-1)!.at, to, isRead: lastRead >= 0, unread };
  }
}

const lessThan = 60;

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function kept({ element, at, attributes }: Step): Step {
  return { element, at, attributes: attributes && attributes.map(({ name, value }) => ({ name: ownCopy(name), value: ownCopy(value) })) };
}

/** The first step may have a text before it, which ends there. */
function isHeard({ element: { wanted }, attributes }: Step, index: number): boolean {
  if (index === 0) return true;
  if (attributes === null) return (wanted & wants.leave) !== 0;
  return (wanted & wants.enter) !== 0 || (attributes.length > 0 && (wanted & wants.attributes) !== 0);
}
