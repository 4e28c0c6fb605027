/** Of several snapshots of one thing, the one with the highest version; the things keep the order in which they first came. */
export function newestVersions<Snapshot extends { readonly version: number }>(snapshots: Iterable<Snapshot>, key: (snapshot: Snapshot) => string): Snapshot[] {
  const newest = new Map<string, Snapshot>();
  for (const snapshot of snapshots) {
    const known = newest.get(key(snapshot));
    if (!known || known.version < snapshot.version) newest.set(key(snapshot), snapshot);
  }
  return [...newest.values()];
}
