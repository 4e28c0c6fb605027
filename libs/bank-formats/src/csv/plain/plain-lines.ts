import { minorUnits } from '@lettrage/money';
import { type PlainEvent, plainText, plainTexts } from './plain-rows.js';

/** What may stand in a line: all of it as JSON has it, texts in quotation marks. As in `assembly/lines.ts`. */
export const plainField = { ...plainText, fingerprint: plainTexts, bookingDate: plainTexts + 1, valueDate: plainTexts + 2, amount: plainTexts + 3, structuredReferences: plainTexts + 4 } as const;
export type PlainField = (typeof plainField)[keyof typeof plainField];

/** What stands in every line before a field, and the field. */
export type PlainPart = readonly [before: string, field: PlainField];

const noField = -1;

/**
 * Lines of rows under a template. What is given is written into one and the same memory, again and again: good until more is asked for.
 */
export function* plainLines({ rows, from, to, currency }: PlainEvent, parts: readonly PlainPart[], end: string): Generator<Uint8Array> {
  const { bytes, exports } = rows.module;
  let at = exports.letters.value;
  const all = [...parts, [end, noField] as const].flatMap(([before, field]) => {
    const start = at;
    at += new TextEncoder().encodeInto(before, bytes.subarray(at)).written;
    return [start, at, field];
  });
  new Int32Array(bytes.buffer, exports.parts.value).set(all);
  exports.partCount.value = parts.length + 1;
  exports.lineDecimals.value = minorUnits(currency);
  for (let row = from; row < to; ) {
    row = exports.writeLines(row, to);
    yield bytes.subarray(exports.lines.value, exports.linesEnd.value);
  }
}
