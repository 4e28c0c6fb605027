// Small enough that strings stay in the processor's cache, large enough that the work per chunk does not count.
const chunkBytes = 131_072;

/** The same bytes in pieces of about `chunkBytes`, however the source cuts them: readers need not care for tiny or huge pieces. */
export async function* evenChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of source) {
    if (chunk.length >= chunkBytes) {
      if (held > 0) yield joined(parts, held);
      parts = [];
      held = 0;
      for (let at = 0; at < chunk.length; at += chunkBytes) yield chunk.subarray(at, at + chunkBytes);
      continue;
    }
    // The source may reuse its buffer, so what is held is copied.
    parts.push(Uint8Array.prototype.slice.call(chunk));
    held += chunk.length;
    if (held < chunkBytes) continue;
    yield joined(parts, held);
    parts = [];
    held = 0;
  }
  if (held > 0) yield joined(parts, held);
}

export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The head's pieces, then the rest of the source. */
export async function* prepended(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
