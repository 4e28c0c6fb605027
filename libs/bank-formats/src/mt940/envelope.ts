/**
 * What a line says besides the blocks of the SWIFT envelope: `{1:...}{2:...}{4:` before a statement and `-}{5:...}` behind it. Blocks hold blocks.
 */
export function withoutEnvelope(line: string): string {
  if (!line.startsWith('{') && !line.startsWith('-}')) return line;
  let at = line.startsWith('-}') ? 2 : 0;
  for (let end = endOfBlock(line, at); end > 0; end = endOfBlock(line, at)) at = end;
  return line.slice(line.startsWith('{4:', at) ? at + 3 : at);
}

/** Behind the block that begins at the place; 0 where none does, or where it is not closed. */
function endOfBlock(line: string, start: number): number {
  if (!/^\{[1235S]:/.test(line.slice(start, start + 3))) return 0;
  let depth = 0;
  for (let at = start; at < line.length; at++) {
    const character = line[at];
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return 0;
}
