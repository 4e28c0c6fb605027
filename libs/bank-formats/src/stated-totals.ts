import { formatMoney } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import { decimalMoney } from './amounts.js';
import type { StatementTally, Total } from './statement-tally.js';
import { say } from './catalogue/sentences.js';

/** What a bank says of its entries besides listing them, as it is written. */
export class StatedTotal {
  count: string | null = null;
  sum: string | null = null;
}

export interface StatedTotals {
  readonly all: StatedTotal;
  readonly credits: StatedTotal;
  readonly debits: StatedTotal;
}

export function noTotals(): StatedTotals {
  return { all: new StatedTotal(), credits: new StatedTotal(), debits: new StatedTotal() };
}

/** What differs, of the statement that `quoted` names. */
export type DifferingTotal = (quoted: string) => Sentence;

/**
 * What of the stated totals is not what was read; null where all agree, or nothing can be compared. Banks mean different things by them, and each is right: booked
 * entries alone or the announced ones as well, a batch as one entry or as its payments, a sum of both ways or the difference between them.
 */
export function differingTotal(stated: StatedTotals, booked: StatementTally, announced: StatementTally, currency: string | null): DifferingTotal | null {
  if (currency === null) return null;
  const [some, more] = [booked.totalsIn(currency), announced.totalsIn(currency)];
  if (some === null || more === null) return null;
  const both = { credits: added(some.credits, more.credits), debits: added(some.debits, more.debits) };
  const payments = booked.transactions + announced.transactions;
  const hasBatches = payments > both.credits.count + both.debits.count;
  for (const way of ['credits', 'debits', 'all'] as const) {
    const ways = way === 'all' ? [some, both].map(({ credits, debits }) => added(credits, debits)) : [some[way], both[way]];
    const count = countOf(stated[way]);
    const counts = ways.map((total) => total.count);
    // How many payments the batches of one way hold is not known, only how many there are of both.
    const isOfPayments = count !== null && hasBatches && count > counts[0]! && count <= payments;
    if (count !== null && !counts.includes(count) && !isOfPayments) return (quoted) => say('statement_count', { quoted, stated: String(count), way, found: String(counts[0]) });
    const sum = sumOf(stated[way], currency);
    const sums = way === 'all' ? [some, both].flatMap(({ credits, debits }) => [credits.minor + debits.minor, absolute(credits.minor - debits.minor)]) : ways.map((total) => total.minor);
    if (sum !== null && !sums.includes(sum)) return (quoted) => say('statement_sum', { quoted, stated: shown(sum, currency), way, found: shown(sums[0]!, currency) });
  }
  return null;
}

function added(a: Total, b: Total): Total {
  return { count: a.count + b.count, minor: a.minor + b.minor };
}

function countOf({ count }: StatedTotal): number | null {
  return count !== null && /^\d{1,9}$/.test(count) ? Number(count) : null;
}

/** Sums are unsigned by the standard; some banks give those of debits a minus. What is no amount of the currency says nothing. */
function sumOf({ sum }: StatedTotal, currency: string): bigint | null {
  const digits = /^[-+]?(\d{1,15}(?:\.\d{1,5})?)$/.exec(sum ?? '')?.[1];
  if (digits === undefined) return null;
  try {
    return decimalMoney(digits, currency).minor;
  } catch {
    return null;
  }
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}

function shown(minor: bigint, currency: string): string {
  return `${formatMoney({ minor, currency })} ${currency}`;
}
