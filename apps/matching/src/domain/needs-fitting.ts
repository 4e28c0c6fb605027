/** The matching engine weighs its evidence by an organisation's own history from so many lessons on. */
const leastForWeights = 150;
/** Loading anew costs seconds where history is long: only for so many lessons, or for a quarter more. */
const leastNew = 500;

/** Whether an engine that was loaded with so many lessons, and has heard so many since, should be built anew to weigh them. */
export function needsFitting(loaded: number, heard: number): boolean {
  if (loaded < leastForWeights) return loaded + heard >= leastForWeights;
  return heard >= Math.max(leastNew, Math.ceil(loaded / 4));
}
