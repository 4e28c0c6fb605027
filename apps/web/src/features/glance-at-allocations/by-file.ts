/** Entries in groups of their file, files and entries in the order in which they come. */
export function byFile<Entry extends { statementFileId: string }>(entries: readonly Entry[]): { statementFileId: string; entries: Entry[] }[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.statementFileId, [...(groups.get(entry.statementFileId) ?? []), entry]);
  return [...groups].map(([statementFileId, ofFile]) => ({ statementFileId, entries: ofFile }));
}
