const milestones = [25, 50, 75, 100];

/** The quarter that has been reached between two percentages, or null: what a screen reader is told, and no more. */
export function milestoneReached(before: number, after: number): number | null {
  return milestones.findLast((milestone) => before < milestone && after >= milestone) ?? null;
}
