/**
 * How strongly each level of the hazards is held to the one above it (in payments), and how many days either side it looks. Chosen
 * by the likelihood of the days on which items were then paid, over generated companies and back-tests; none of them is sharp.
 */
export const tuning = {
  poolPrior: 10,
  poolReach: 2,
  segmentPrior: 30,
  segmentReach: 8,
  monthDayPrior: 0.5,
  weekdayPrior: 40,
  coarsePrior: 0.3,
  coarseReach: 6,
  finePrior: 2,
  fineReach: 3,
  rounds: 2,
  /** Spread of the logarithm of the months' hazards: by season, and by chance. */
  seasonSpread: 0.05,
  chanceSpread: 0.1,
  /** August is slow in Europe before anything is known. */
  august: 0.8,
};
