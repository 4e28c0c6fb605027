import { beforeSlash, type LabelField, longestMark, marks, secondWords } from '../../labels/french-label.js';
import { mayBeTransfer } from '../../labels/transfer-label.js';
import { givenId } from '../../text.js';
import { isAmong, structuredReferences } from '../row-text.js';
import { ByteWords, doubleBlank, startsWith, textOf } from './byte-words.js';
import { mostSigns, type RowScanner } from './row-scanner.js';

const space = 32;
const colon = 58;
const slash = 47;
const zero = 48;
const mostMarks = 32;
const none: readonly string[] = [];
// A longer one is not what banks write for "none".
const longestNone = 12;
const dash = 45;
/** The first two letters, small, of the words that banks write for "none": `NOTPROVIDED`, `N/A`, `EREF+`. */
const nones = new Set(['no', 'na', 'n/', 'er', 'kr'].map((text) => twoOf(text)));
const figuresOfOgm = 12;
const figuresOfQrr = 27;

const markWords = new ByteWords(marks);
const slashWords = new ByteWords([...marks].filter(([word]) => beforeSlash.has(word)));
const lastWords = new ByteWords([...secondWords].map((word) => [word, true] as const));
const word = (text: string): Uint8Array => new TextEncoder().encode(text);
const [mandat, trtp] = ['MANDAT', '/TRTP/'].map((text) => word(text)) as [Uint8Array, Uint8Array];
/** How the words end, small, that stand before the name in the grammars of keyed labels and transfers. */
const otherWords = new Set(['er', 'gg', 'am', 'me', 'cy'].map((text) => twoOf(text)));
/** First three letters, small, of the words that begin a transfer in one line. */
const transfers = new Set(['bon', 'dis', 'acc', 'gir', 'tra', 'fas', 'cre', 'bac', 'cha', 'sep', 'inw', 'ban', 'pay', 'prz'].map((text) => threeOf(word(text), 0)));

function twoOf(text: string): number {
  return ((text.charCodeAt(0) | 32) << 8) | (text.charCodeAt(1) | 32);
}

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

  /** The label is one line, trimmed, of the row that was scanned last. */
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
    if (signCount === mostSigns) return false;
    const gap = doubleBlank(bytes, start, end);
    if (!this.findMarks(signs, signCount) || (gap >= 0 && !this.isBetweenFields(gap)) || (this.found > 0 && !this.takeFields())) return false;
    if (this.mayRefer) this.takeReferences();
    return true;
  }

  /** Whether the two blanks are the only ones side by side, and stand before a mark of one word: the end of a name that was cut to its width. */
  private isBetweenFields(gap: number): boolean {
    const { bytes, starts, ends, found } = this;
    if (doubleBlank(bytes, gap + 1, this.end) >= 0) return false;
    for (let i = 0; i < found; i++) {
      if (starts[i] !== gap + 1) continue;
      for (let at = gap + 2; at < ends[i]!; at++) if (bytes[at] === space) return false;
      return lastWords.find(bytes, gap + 2, ends[i]! - 1) === undefined;
    }
    return false;
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
    let mayRefer = this.mayHoldFigures();
    let isOther = false;
    for (let i = 0; i < signCount; i++) {
      const at = signs[i]!;
      // Signs within a mark are its own.
      if (at < from || at >= end) continue;
      const code = bytes[at]!;
      if (code === colon || code === slash) {
        if (code === slash) mayRefer ||= this.isWithinReference(at);
        else if (this.endsOtherWord(at)) return false;
        else isOther ||= bytes[at - 1] === 116;
        const isMark = code === colon ? this.markBefore(at, from) : this.markBehind(at) || this.markBefore(at, from);
        if (!isMark) continue;
        if (this.found === mostMarks) return false;
        from = this.ends[this.found - 1]!;
      } else if (code === 43) isOther = true;
      else if (code === 81) return false;
      else mayRefer = true;
    }
    this.mandateAtEnd(from);
    if (this.found === 0 && isOther) return false;
    this.mayRefer = mayRefer;
    return true;
  }

  /** Whether a Belgian reference may be parted by the slash, three figures before it and four behind, with a blank or none. */
  private isWithinReference(at: number): boolean {
    const { bytes } = this;
    const last = bytes[at - 1] === space ? at - 2 : at - 1;
    const next = bytes[at + 1] === space ? at + 2 : at + 1;
    return isFigure(bytes[last]!) && isFigure(bytes[last - 1]!) && isFigure(bytes[last - 2]!) && isFigure(bytes[next]!) && isFigure(bytes[next + 3]!);
  }

  /** Whether there may be a Belgian or a Swiss reference, of 12 figures or of 27 in groups: every twelfth character would be one of them, or a blank between. */
  private mayHoldFigures(): boolean {
    const { bytes, start, end } = this;
    for (let probe = start + figuresOfOgm - 1; probe < end; probe += figuresOfOgm) {
      // One half of either is longer than six characters.
      if (!isOfFigures(bytes[probe]!) || !((isOfFigures(bytes[probe + 3]!) && isOfFigures(bytes[probe + 6]!)) || (isOfFigures(bytes[probe - 3]!) && isOfFigures(bytes[probe - 6]!)))) continue;
      let at = probe;
      while (at > start && isOfFigures(bytes[at - 1]!)) at--;
      let all = 0;
      let group = 0;
      for (; at < end && isOfFigures(bytes[at]!); at++) {
        if (bytes[at] === space) group = 0;
        else if (++all >= figuresOfQrr || (++group === figuresOfOgm && !isFigure(bytes[at + 1]!))) return true;
      }
    }
    return false;
  }

  /** `AUFTRAGGEBER:`, `AGG.:`, `NAAM :`, `Nazwa nadawcy:` and the like: words of other grammars before the name. */
  private endsOtherWord(at: number): boolean {
    const { bytes, start } = this;
    let last = at - 1;
    if (last > start && bytes[last] === space) last--;
    if (last > start && bytes[last] === 46) last--;
    return last > start && otherWords.has(((bytes[last - 1]! | 32) << 8) | (bytes[last]! | 32));
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

function isFigure(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/** A figure, or the blank between two groups of them. */
function isOfFigures(code: number): boolean {
  return isFigure(code) || code === space;
}

/** Whether `givenId` takes the text for one. */
export function isGiven(bytes: Uint8Array, from: number, to: number): boolean {
  if (from < 0 || from === to) return false;
  const first = bytes[from]!;
  if (first !== dash && (to - from > longestNone || !nones.has(((first | 32) << 8) | (bytes[from + 1]! | 32)))) return true;
  return givenId(textOf(bytes, from, to)) !== null;
}
