import { type matchingHttp } from '@lettrage/contracts';
import { bands } from './automatic-match.js';
import { wilsonInterval } from './wilson.js';

export interface AutomaticCount {
  /** Where the band of confidence begins, in thousandths. */
  readonly band: number;
  readonly method: matchingHttp.MatchMethod;
  readonly made: number;
  readonly undone: number;
}

const methods: readonly matchingHttp.MatchMethod[] = ['reference', 'part_of_reference', 'iban', 'name', 'group', 'sum', 'amount', 'rule', 'other'];

/** Kept of made, in all, by band and by method; a band or method in which nothing was made is left out. */
export function precisionOf(counts: readonly AutomaticCount[]): Pick<matchingHttp.Precision, 'all' | 'byBand' | 'byMethod'> {
  return {
    all: keptOf(counts),
    byBand: bands
      .map((band, index) => ({ from: band / 1000, to: (bands[index + 1] ?? 1000) / 1000, ...keptOf(counts.filter((count) => count.band === band)) }))
      .filter(({ made }) => made > 0),
    byMethod: methods.map((method) => ({ method, ...keptOf(counts.filter((count) => count.method === method)) })).filter(({ made }) => made > 0),
  };
}

function keptOf(counts: readonly AutomaticCount[]): matchingHttp.KeptOfMade {
  const made = counts.reduce((sum, count) => sum + count.made, 0);
  const undone = counts.reduce((sum, count) => sum + count.undone, 0);
  const kept = made - undone;
  const interval = wilsonInterval(kept, made);
  return { made, undone, kept, share: made === 0 ? null : kept / made, low: interval?.low ?? null, high: interval?.high ?? null };
}
