import { type DifferenceKind, differenceSign, type RefusalCode, sentence, type Sentence } from '@lettrage/contracts';
import { formatMoney } from '@lettrage/money';

/** An item as the matcher knows it: what is open minus what other requests on their way will take. */
export interface AvailableItem {
  readonly itemId: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly availableMinor: bigint;
}

export interface DecisionInMinorUnits {
  readonly customerId: string | null;
  readonly lines: readonly { readonly itemId: string; readonly amountMinor: bigint }[];
  readonly difference: { readonly kind: DifferenceKind; readonly amountMinor: bigint } | null;
}

export type DecisionCheck = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode; readonly detail: Sentence };

/**
 * Whether a reviewer's decision can be asked of the ledger, so that an impossible one is said at once. The ledger decides in the
 * end: what changed meanwhile comes back as its refusal.
 */
export function checkDecision(decision: DecisionInMinorUnits, amountMinor: bigint, currency: string, items: ReadonlyMap<string, AvailableItem>): DecisionCheck {
  const shown = (minor: bigint) => `${formatMoney({ minor, currency })} ${currency}`;
  const no = (code: RefusalCode, detail: Sentence): DecisionCheck => ({ ok: false, code, detail });
  let closed = 0n;
  const asked = new Map<string, bigint>();
  for (const line of decision.lines) {
    const item = items.get(line.itemId);
    if (!item) return no('item_unknown', sentence('no_item', { item: line.itemId }));
    if (item.currency !== currency) return no('item_unknown', sentence('item_currency', { number: item.number, currency: item.currency, payment: currency }));
    if (line.amountMinor === 0n || line.amountMinor * item.availableMinor < 0n) return no('invalid_body', sentence('item_sign', { number: item.number, asked: shown(line.amountMinor) }));
    const total = (asked.get(line.itemId) ?? 0n) + line.amountMinor;
    asked.set(line.itemId, total);
    const fits = line.amountMinor > 0n ? total <= item.availableMinor : total >= item.availableMinor;
    if (!fits) return no('item_not_open_enough', sentence('item_open', { number: item.number, open: shown(item.availableMinor), asked: shown(total) }));
    closed += line.amountMinor;
  }
  const { difference } = decision;
  if (closed - (difference?.amountMinor ?? 0n) !== amountMinor) {
    return no('amounts_do_not_add_up', sentence('not_equal', { closed: shown(closed), difference: shown(difference?.amountMinor ?? 0n), received: shown(amountMinor) }));
  }
  if (difference && BigInt(differenceSign[difference.kind]) * difference.amountMinor < 0n) return no('invalid_body', sentence('ledger_sign', { kind: difference.kind, amount: shown(difference.amountMinor) }));
  if (decision.lines.length === 0 && !decision.customerId) return no('customer_unknown', sentence('needs_customer'));
  return { ok: true };
}
