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
