import { parseDate, toEpochDay } from '@lettrage/calendar';

/**
 * Arrays as PostgreSQL itself sends them (`array_send`), for parameters of many elements: neither side spells ids out, quotes them, or reads them
 * again, which costs a third of an import's statements. The parameter must be of exactly this type, by a cast (`$1::uuid[]`) or a column that it is held against.
 */

const oid = { uuid: 2950, date: 1082 } as const;

/** Before the elements: dimensions, whether there are nulls, the type of the elements, how many, the index of the first. */
const headBytes = 20;
/** From 1970-01-01, where the calendar begins to count, to 2000-01-01, where PostgreSQL does. */
const firstDay = 10_957;

/** For `uuid[]`. Ids in their usual form, 36 characters; anything else is refused here and not by the server. */
export function uuids(values: readonly (string | null)[]): Buffer {
  return binaryArray(oid.uuid, 16, values, writeUuid);
}

/** For `date[]`: `YYYY-MM-DD`. */
export function dates(values: readonly (string | null)[]): Buffer {
  return binaryArray(oid.date, 4, values, writeDate);
}

/** Texts in one piece (`bytea`), and where each begins and how long it is (`int[]`); null for none. */
interface PackedTexts {
  readonly bytes: Buffer;
  readonly starts: readonly (number | null)[];
  readonly lengths: readonly (number | null)[];
}

/** For long texts, above all JSON, whose every quotation mark would be quoted in an array. `packedText` is the SQL that takes one out. */
export function packedTexts(values: readonly (string | null)[]): PackedTexts {
  const pieces: Buffer[] = [];
  const starts: (number | null)[] = [];
  const lengths: (number | null)[] = [];
  let bytes = 0;
  for (const value of values) {
    const piece = value === null ? null : Buffer.from(value);
    starts.push(piece && bytes + 1);
    lengths.push(piece && piece.length);
    if (piece) pieces.push(piece);
    bytes += piece?.length ?? 0;
  }
  return { bytes: Buffer.concat(pieces, bytes), starts, lengths };
}

/** The text that begins and is as long as these columns say, of the `bytea` that this parameter is. */
export function packedText(parameter: `$${number}`, start: string, length: string): string {
  return `convert_from(substring(${parameter}::bytea from ${start} for ${length}), 'UTF8')`;
}

/** A list of texts as one text, `{"a","b"}`, for a column of lists: it is cast to `text[]`. */
export function arrayText(values: readonly string[]): string {
  return values.length === 0 ? '{}' : `{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function binaryArray<Value>(type: number, elementBytes: number, values: readonly (Value | null)[], write: (to: Buffer, at: number, value: Value) => void): Buffer {
  const buffer = Buffer.allocUnsafe(headBytes + values.length * (4 + elementBytes));
  let nulls = 0;
  let at = headBytes;
  for (const value of values) {
    if (value === null) nulls = 1;
    else write(buffer, at + 4, value);
    buffer.writeInt32BE(value === null ? -1 : elementBytes, at);
    at += value === null ? 4 : 4 + elementBytes;
  }
  buffer.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(nulls, 4);
  buffer.writeInt32BE(type, 8);
  buffer.writeInt32BE(values.length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer.subarray(0, values.length === 0 ? 12 : at);
}

const hyphens = [8, 13, 18, 23] as const;
const digitOf = new Uint8Array(128).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) digitOf[digit.charCodeAt(0)] = digitOf[digit.toUpperCase().charCodeAt(0)] = value;

function writeUuid(to: Buffer, at: number, id: string): void {
  let wrong = id.length ^ 36;
  for (const hyphen of hyphens) wrong |= id.charCodeAt(hyphen) ^ 45;
  let place = 0;
  for (let byte = 0; byte < 16; byte++) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) place++;
    const high = digitOf[id.charCodeAt(place++)] ?? 255;
    const low = digitOf[id.charCodeAt(place++)] ?? 255;
    wrong |= (high | low) & 0xf0;
    to[at + byte] = (high << 4) | low;
  }
  if (wrong !== 0) throw new TypeError(`not an id: "${id.slice(0, 50)}"`);
}

function writeDate(to: Buffer, at: number, date: string): void {
  to.writeInt32BE(toEpochDay(parseDate(date)) - firstDay, at);
}
