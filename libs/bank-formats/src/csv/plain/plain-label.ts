import { beforeSlash, type LabelField, longestMark, marks, secondWords } from '../../labels/french-label.js';
import { mayBeTransfer } from '../../labels/transfer-label.js';
import { givenId } from '../../text.js';
import { isAmong, structuredReferences } from '../row-text.js';
import { ByteWords, startsWith, textOf } from './byte-words.js';
import { mostSigns, type RowScanner } from './row-scanner.js';

const space = 32;
const colon = 58;
const slash = 47;
const zero = 48;
const mostMarks = 32;
const none: readonly string[] = [];
// A longer one is not what banks write for "none".
const longestNone = 12;
// Figures in a row that are no creditor reference yet.
const longestFew = 11;

const markWords = new ByteWords(marks);
const slashWords = new ByteWords([...marks].filter(([word]) => beforeSlash.has(word)));
const lastWords = new ByteWords([...secondWords].map((word) => [word, true] as const));
const word = (text: string): Uint8Array => new TextEncoder().encode(text);
const [mandat, trtp, ...keyed] = ['MANDAT', '/TRTP/', 'Naam:', 'Name:', 'Nazwa '].map((text) => word(text)) as [Uint8Array, Uint8Array, ...Uint8Array[]];
/** First three letters, small, of the words that begin a transfer in one line. */
const transfers = new Set(['bon', 'dis', 'acc', 'gir', 'tra', 'fas', 'cre', 'bac', 'cha', 'sep', 'inw', 'ban', 'pay', 'prz'].map((text) => threeOf(word(text), 0)));

function threeOf(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! | 32) << 16) | ((bytes[at + 1]! | 32) << 8) | (bytes[at + 2]! | 32);
}

/**
 * `readLabel` for labels as they stand in the bytes of the file: those without any grammar, and French ones whose fields have their marks. `read` is false where only
 * `readLabel` itself can tell. What is found are places, -1 where there is none.
 */
export class PlainLabel {
  name = -1;
  nameEnd = -1;
  remittance = 0;
  remittanceEnd = 0;
  reference = -1;
  referenceEnd = -1;
  endToEnd = -1;
  endToEndEnd = -1;
  mandate = -1;
  mandateEnd = -1;
  /** Creditor references with right check digits. */
  structured: readonly string[] = none;
  private mayRefer = false;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  private end = 0;
  private found = 0;
  private readonly fields: LabelField[] = [];
  private readonly starts = new Int32Array(mostMarks);
  private readonly ends = new Int32Array(mostMarks);

  /** The label is one plain line, trimmed, of the row that was scanned last. */
  read(bytes: Uint8Array, start: number, end: number, { signs, signCount }: RowScanner): boolean {
    this.bytes = bytes;
    this.start = this.remittance = start;
    this.end = this.remittanceEnd = end;
    this.found = 0;
    this.structured = none;
    this.name = this.reference = this.endToEnd = this.mandate = -1;
    if (start === end) return true;
    const first = bytes[start]!;
    if (first === 39 || (first === slash && startsWith(bytes, start, trtp))) return false;
    if (transfers.has(threeOf(bytes, start)) && mayBeTransfer(textOf(bytes, start, end))) return false;
    if (signCount === mostSigns || !this.findMarks(signs, signCount) || (this.found > 0 && !this.takeFields())) return false;
    if (this.mayRefer) this.takeReferences();
    return true;
  }

  private takeReferences(): void {
    const { bytes } = this;
    const reference = this.reference < 0 ? null : textOf(bytes, this.reference, this.referenceEnd);
    this.structured = structuredReferences(none, { reference, remittance: textOf(bytes, this.remittance, this.remittanceEnd) });
    if (reference !== null && isAmong(reference, this.structured)) this.reference = -1;
  }

  /** False where another grammar may have its say. `signs` are those of the row. */
  private findMarks(signs: Int32Array, signCount: number): boolean {
    const { bytes, start, end } = this;
    let from = start;
    let mayRefer = this.hasManyFigures();
    let isOther = false;
    let hasColon = false;
    let hasName = false;
    for (let i = 0; i < signCount; i++) {
      const at = signs[i]!;
      // Signs within a mark are its own.
      if (at < from || at >= end) continue;
      const code = bytes[at]!;
      if (code === colon || code === slash) {
        if (code === colon) {
          hasColon = true;
          if (this.endsOtherWord(at)) return false;
          isOther ||= bytes[at - 1] === 116;
        } else mayRefer ||= isFigure(bytes[at - 1]!) || bytes[at - 1] === space;
        const isMark = code === colon ? this.markBefore(at, from) : this.markBehind(at) || this.markBefore(at, from);
        if (!isMark) continue;
        if (this.found === mostMarks) return false;
        from = this.ends[this.found - 1]!;
      } else if (code === 43) isOther = true;
      else if (code === 66) return false;
      else if (code === 78) hasName ||= isKeyed(bytes, at);
      else if (code === space) mayRefer ||= at - start >= 7 && bytes[at - 6] === space;
      else mayRefer = true;
    }
    if (hasName && hasColon) return false;
    this.mandateAtEnd(from);
    if (this.found === 0 && isOther) return false;
    this.mayRefer = mayRefer;
    return true;
  }

  /** Whether there may be twelve figures in a row: every twelfth character would be one of them. */
  private hasManyFigures(): boolean {
    const { bytes, start, end } = this;
    for (let probe = start + longestFew; probe < end; probe += longestFew + 1) {
      if (!isFigure(bytes[probe]!)) continue;
      let first = probe;
      let last = probe;
      while (first > start && isFigure(bytes[first - 1]!)) first--;
      while (last + 1 < end && isFigure(bytes[last + 1]!)) last++;
      if (last - first >= longestFew) return true;
    }
    return false;
  }

  /** `AUFTRAGGEBER:`, `AGG.:`, `NAAM:` and the like: words of other languages before the name. */
  private endsOtherWord(at: number): boolean {
    const { bytes } = this;
    if (at - this.start < 3) return false;
    const two = ((bytes[at - 2]! | 32) << 8) | (bytes[at - 1]! | 32);
    return two === 0x6572 || two === 0x6767 || two === 0x672e || two === 0x616d;
  }

  private isBlank(at: number): boolean {
    return at >= this.end || this.bytes[at] === space;
  }

  private mark(field: LabelField, start: number, end: number): true {
    this.fields[this.found] = field;
    this.starts[this.found] = start;
    this.ends[this.found++] = end;
    return true;
  }

  private markBefore(at: number, from: number): boolean {
    const { bytes, start } = this;
    const isColon = bytes[at] === colon;
    if (this.isBlank(at + 1) !== isColon) return false;
    const end = isColon && at > start && bytes[at - 1] === space ? at - 1 : at;
    const words = isColon ? markWords : slashWords;
    let field: LabelField | undefined;
    let fieldStart = 0;
    let before = end - 1;
    for (let count = 0; count < 2; count++) {
      while (before >= start && bytes[before] !== space && end - before <= longestMark + 1) before--;
      const wordStart = before + 1;
      if (wordStart < from || end - wordStart > longestMark) break;
      const known = words.find(bytes, wordStart, end);
      if (known !== undefined) {
        field = known;
        fieldStart = before < start ? start : before;
      }
      if (before < start || lastWords.find(bytes, wordStart, end) === undefined) break;
      before--;
    }
    return field === undefined ? false : this.mark(field, fieldStart, at + 1);
  }

  private markBehind(at: number): boolean {
    const { bytes, start, end } = this;
    if (at > start && bytes[at - 1] !== space) return false;
    let field: LabelField | undefined;
    let fieldEnd = 0;
    for (let to = at + 1, blanks = 0; to <= end && to <= at + 1 + longestMark && blanks < 2; to++) {
      if (!this.isBlank(to)) continue;
      blanks++;
      const known = markWords.find(bytes, at + 1, to);
      if (known === undefined) continue;
      field = known;
      fieldEnd = to;
    }
    return field === undefined ? false : this.mark(field, at > start ? at - 1 : start, fieldEnd);
  }

  private mandateAtEnd(from: number): void {
    const { bytes, start, end } = this;
    let gap = end - 1;
    while (gap > start && bytes[gap] !== space) gap--;
    const at = gap - mandat.length;
    if (at < from || at < start || !startsWith(bytes, at, mandat) || (at > start && bytes[at - 1] !== space)) return;
    if (this.found < mostMarks) this.mark('mandate', at > start ? at - 1 : start, gap);
  }

  /** What stands behind each mark; the first of two of a kind wins. */
  private takeFields(): boolean {
    const { bytes, fields, starts, ends, found } = this;
    let told = false;
    let remittance = -1;
    for (let i = 0; i < found; i++) {
      let from = ends[i]!;
      let to = i + 1 < found ? starts[i + 1]! : this.end;
      const field = fields[i]!;
      told ||= field !== 'ignored';
      while (from < to && bytes[from] === space) from++;
      while (to > from && bytes[to - 1] === space) to--;
      if (from >= to) continue;
      if (field === 'iban') return false;
      if (field === 'remittance' && remittance < 0) {
        this.remittance = remittance = from;
        this.remittanceEnd = to;
      } else if (field === 'party' && this.name === -1) {
        this.name = from;
        this.nameEnd = to;
      } else if (field === 'reference' && this.reference === -1) {
        this.reference = from;
        this.referenceEnd = to;
      } else if (field === 'endToEnd' && this.endToEnd === -1) {
        this.endToEnd = from;
        this.endToEndEnd = to;
      } else if (field === 'mandate' && this.mandate === -1) {
        this.mandate = from;
        this.mandateEnd = to;
      }
    }
    // Without a mark the name may stand before the first one, or nowhere.
    if (!told || (this.name === -1 && starts[0]! > this.start)) return false;
    if (remittance < 0) this.remittance = this.remittanceEnd = this.end;
    if (!isGiven(bytes, this.name, this.nameEnd)) this.name = -1;
    if (!isGiven(bytes, this.reference, this.referenceEnd)) this.reference = -1;
    if (!isGiven(bytes, this.endToEnd, this.endToEndEnd)) this.endToEnd = -1;
    if (!isGiven(bytes, this.mandate, this.mandateEnd)) this.mandate = -1;
    return true;
  }
}

/** `Naam:` and the like. */
function isKeyed(bytes: Uint8Array, at: number): boolean {
  return keyed.some((each) => startsWith(bytes, at, each));
}

function isFigure(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/** Whether `givenId` takes the text for one. */
export function isGiven(bytes: Uint8Array, from: number, to: number): boolean {
  if (from < 0 || from === to) return false;
  const first = bytes[from]!;
  const letter = first | 32;
  if (first !== 45 && ((letter !== 110 && letter !== 101 && letter !== 107) || to - from > longestNone)) return true;
  return givenId(textOf(bytes, from, to)) !== null;
}
