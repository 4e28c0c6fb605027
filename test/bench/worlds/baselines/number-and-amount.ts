import { formatDecimal } from '@lettrage/money';
import type { ProposalLine } from '../lines.js';
import type { SimpleCompany, SimpleItem } from './simple-company.js';

/** Allocates where the text holds an open invoice's number as it is printed and the amount is exactly what is open on it. */
export function numberAndAmount({ items, credits }: SimpleCompany): ProposalLine[] {
  const ofAmount = new Map<bigint, SimpleItem[]>();
  for (const item of items) {
    const equal = ofAmount.get(item.openMinor);
    if (equal) equal.push(item);
    else ofAmount.set(item.openMinor, [item]);
  }
  const paid = new Set<SimpleItem>();
  return credits.map(({ reference, text, amountMinor }) => {
    const capitals = text.toUpperCase();
    const found = (ofAmount.get(amountMinor) ?? []).find((item) => !paid.has(item) && capitals.includes(item.number.toUpperCase()));
    if (found) paid.add(found);
    return {
      reference, decision: found ? 'auto' : 'none', difference: null, confidence: found ? 1 : 0, reasons: [], alternatives: [],
      allocations: found ? [{ invoice: found.number, amount: formatDecimal(amountMinor, 2) }] : [],
    };
  });
}
