import { formatDecimal } from '@lettrage/money';
import Fuse, { type IFuseOptions } from 'fuse.js';
import type { ProposalLine } from '../lines.js';
import type { SimpleCompany, SimpleItem } from './simple-company.js';

/**
 * Token search over the customer's name and the item's numbers, fuzzy and without regard to place or accents: what fuse.js offers for texts
 * such as these. The amount and a number found whole are a bonus, because a text search cannot know what they are worth.
 */
const options: IFuseOptions<SimpleItem> = {
  keys: [{ name: 'customerName', weight: 1 }, { name: 'number', weight: 1 }, { name: 'orderReference', weight: 0.7 }, { name: 'structuredReference', weight: 0.7 }],
  includeScore: true, ignoreLocation: true, ignoreDiacritics: true, ignoreFieldNorm: true, minMatchCharLength: 3, threshold: 0.3, useTokenSearch: true, tokenMatch: 'any',
};
const considered = 40;
const amountBonus = 0.5;
const numberBonus = 0.6;

interface Scored {
  readonly item: SimpleItem;
  readonly score: number;
}

interface Query {
  readonly name: string;
  readonly text: string;
  readonly amountMinor: bigint;
}

export class FuzzySearch {
  private readonly fuse: Fuse<SimpleItem>;

  constructor(private readonly items: readonly SimpleItem[]) {
    this.fuse = new Fuse(items, options);
  }

  /** The best item, and how good; none where nothing is found. Equal ones: the older. */
  best({ name, text, amountMinor }: Query): Scored | null {
    let best: Scored | null = null;
    const capitals = text.toUpperCase();
    for (const { item, score } of this.fuse.search(`${name} ${text}`.trim(), { limit: considered })) {
      const total = 1 - score! + (item.openMinor === amountMinor ? amountBonus : 0) + (capitals.includes(item.number.toUpperCase()) ? numberBonus : 0);
      const better = best === null || total > best.score || (total === best.score && item.issueDate < best.item.issueDate);
      if (better && item.openMinor > 0n) best = { item, score: total };
    }
    return best;
  }
}

/** The threshold at which right allocations less wrong ones are the most, over past credits and the items that were open then. */
export function bestThreshold({ items, history, nameOf }: SimpleCompany, samples: number): number {
  const scored: { score: number; right: boolean }[] = [];
  const step = Math.max(1, Math.floor(history.length / 2 / samples));
  const from = Math.max(0, history.length - samples * step);
  for (let index = from; index < history.length; index += step * 20) {
    // One index for twenty credits of about one day: the items open then are those paid from then on and those still open.
    const day = history[index]!.bookingDate;
    const search = new FuzzySearch(openOn(day, { items, history: history.slice(index), nameOf }));
    for (const credit of history.slice(index, index + 20)) {
      if (credit.bookingDate > day && scored.length >= samples) break;
      const best = search.best({ name: credit.counterpartyName ?? '', text: [credit.remittance, ...credit.structuredReferences, credit.endToEndId ?? ''].join(' '), amountMinor: credit.amount.minor });
      if (best) scored.push({ score: best.score, right: best.item.number === credit.allocations[0]?.invoice && credit.allocations.length === 1 && best.item.openMinor === credit.amount.minor });
    }
  }
  scored.sort((a, b) => b.score - a.score);
  let net = 0;
  let most = 0;
  let threshold = Number.POSITIVE_INFINITY;
  for (const { score, right } of scored) {
    net += right ? 1 : -1;
    if (net > most) [most, threshold] = [net, score];
  }
  return threshold;
}

function openOn(day: string, { items, history, nameOf }: Pick<SimpleCompany, 'items' | 'history' | 'nameOf'>): SimpleItem[] {
  const open = new Map<string, SimpleItem>();
  for (const item of items) if (item.issueDate <= day) open.set(item.number, { ...item });
  for (const { allocations, customerId } of history) {
    for (const { invoice, amountMinor, issueDate } of allocations) {
      if (issueDate > day || amountMinor <= 0n) continue;
      const known = open.get(invoice);
      if (known) known.openMinor += amountMinor;
      else open.set(invoice, { number: invoice, orderReference: null, structuredReference: null, customerName: nameOf.get(customerId ?? '') ?? '', issueDate, openMinor: amountMinor });
    }
  }
  return [...open.values()];
}

/** Allocates the best item from the threshold on where the amount is what is open on it, or less: then in part. */
export function fuzzySearch({ items, credits }: SimpleCompany, threshold: number): ProposalLine[] {
  const search = new FuzzySearch(items);
  return credits.map((credit) => {
    const best = search.best(credit);
    const amountMinor = best === null ? 0n : best.item.openMinor < credit.amountMinor ? best.item.openMinor : credit.amountMinor;
    const automatic = best !== null && best.score >= threshold && amountMinor === credit.amountMinor;
    if (automatic) best.item.openMinor -= amountMinor;
    return {
      reference: credit.reference, decision: automatic ? 'auto' : best ? 'suggest' : 'none', difference: null, confidence: 0, reasons: [], alternatives: [],
      allocations: best && amountMinor > 0n ? [{ invoice: best.item.number, amount: formatDecimal(amountMinor, 2) }] : [],
    };
  });
}
