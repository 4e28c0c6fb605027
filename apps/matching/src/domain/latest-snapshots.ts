/** Of several snapshots of a thing the one with the highest version. */
export function latestById<Snapshot extends { readonly version: number }>(snapshots: readonly Snapshot[], idOf: (snapshot: Snapshot) => string): Snapshot[] {
  const latest = new Map<string, Snapshot>();
  for (const snapshot of snapshots) {
    const known = latest.get(idOf(snapshot));
    if (!known || known.version < snapshot.version) latest.set(idOf(snapshot), snapshot);
  }
  return [...latest.values()];
}
