/** The matching engine weighs its evidence by an organisation's own history from so many lessons on. */
const leastForWeights = 150;
/** Loading anew costs a second or more: only for so many lessons, and as many again as there were. */
const leastNew = 500;
/** The engine weighs by its last 3,000 lessons; after so many, later ones change little, and the next start of the process takes them in. */
const enough = 10_000;

/** Whether an engine that was loaded with so many lessons, and has heard so many since, should be built anew to weigh them. */
export function needsFitting(loaded: number, heard: number): boolean {
  if (loaded < leastForWeights) return loaded + heard >= leastForWeights;
  return loaded < enough && heard >= Math.max(leastNew, loaded);
}
