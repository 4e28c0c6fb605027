import type { IncomingTransaction } from './border.js';
import { plainIban } from './books/customer-book.js';
import { foldText, nameWords } from './text/fold.js';

/** Which credits a rule is about: all that is given must hold, and something must be given. */
export interface RuleMatch {
  readonly payerIban?: string;
  /** Words that the payer's name has, in any order, whatever its accents and capitals. */
  readonly payerName?: string;
  /** Words that follow each other in the text of the payment. */
  readonly text?: string;
}

/** A rule that an accountant wrote. Its id comes back in the parameters of the reasons that it gave. */
export type Rule =
  /** Money from this payer is a customer's. What it pays is still found by the engine. */
  | { readonly kind: 'payer_is_customer'; readonly id: string; readonly match: RuleMatch; readonly customerId: string }
  /** Such credits pay no invoice: payouts, transfers between own accounts. `label` says what they are. */
  | { readonly kind: 'not_an_invoice'; readonly id: string; readonly match: RuleMatch; readonly label: string }
  /** Differences up to this, either way, are roundings; minor units of a currency. */
  | { readonly kind: 'rounding_tolerance'; readonly id: string; readonly currency: string; readonly upToMinor: bigint }
  /** Up to so much less is a bank's fee, where customer or payer's IBAN are of another country than ours. */
  | { readonly kind: 'fee_from_abroad'; readonly id: string; readonly currency: string; readonly upToMinor: bigint; readonly homeCountry: string };

/** What the rules say of one credit; null where none speaks. The first rule of the list that speaks decides. */
export interface Ruling {
  readonly customer: { readonly ruleId: string; readonly customerId: string } | null;
  readonly otherMoney: { readonly ruleId: string; readonly label: string } | null;
  readonly rounding: Allowance | null;
  readonly fee: (Allowance & { readonly homeCountry: string; readonly ibanAbroad: boolean }) | null;
}

export interface Allowance {
  readonly ruleId: string;
  readonly upTo: number;
}

type Matched = Extract<Rule, { match: RuleMatch }>;

/** Rules made ready for many credits: those that name an IBAN are found by it. */
export class RuleSet {
  private readonly byIban = new Map<string, { rule: Matched; at: number }[]>();
  private readonly others: { rule: Matched; at: number }[] = [];
  private readonly allowances: Exclude<Rule, Matched>[] = [];

  /** Refuses a rule that would match every credit, or whose amount is below zero or too large. */
  constructor(rules: readonly Rule[]) {
    for (const [at, rule] of rules.entries()) {
      if (!('match' in rule)) {
        if (rule.upToMinor < 0n || rule.upToMinor > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`rule ${rule.id}: upToMinor is ${rule.upToMinor}; it must be at least 0 and below 2^53`);
        this.allowances.push(rule);
        continue;
      }
      const iban = plainIban(rule.match.payerIban ?? '');
      if (iban === '' && nameWords(rule.match.payerName ?? '').length === 0 && wordsOf(rule.match.text ?? '') === '  ') throw new RangeError(`rule ${rule.id} names no IBAN, no name and no text: it would be about every credit`);
      if (iban === '') this.others.push({ rule, at });
      else this.byIban.set(iban, [...(this.byIban.get(iban) ?? []), { rule, at }]);
    }
  }

  /** What the rules say of a credit. Pure, so that rules can be tried on credits of the past. */
  of(transaction: IncomingTransaction): Ruling | null {
    const iban = transaction.counterpartyIban ? plainIban(transaction.counterpartyIban) : '';
    const own = iban === '' ? undefined : this.byIban.get(iban);
    const speaking = [...(own ?? []), ...this.others].filter(({ rule }) => speaks(rule.match, transaction)).sort((a, b) => a.at - b.at);
    const first = speaking[0]?.rule;
    const { currency } = transaction.amount;
    const rounding = this.allowances.find((rule) => rule.kind === 'rounding_tolerance' && rule.currency === currency);
    const fee = this.allowances.find((rule) => rule.kind === 'fee_from_abroad' && rule.currency === currency);
    if (!first && !rounding && !fee) return null;
    return {
      customer: first?.kind === 'payer_is_customer' ? { ruleId: first.id, customerId: first.customerId } : null,
      otherMoney: first?.kind === 'not_an_invoice' ? { ruleId: first.id, label: first.label } : null,
      rounding: rounding ? { ruleId: rounding.id, upTo: Number(rounding.upToMinor) } : null,
      fee: fee?.kind === 'fee_from_abroad' ? { ruleId: fee.id, upTo: Number(fee.upToMinor), homeCountry: fee.homeCountry, ibanAbroad: iban !== '' && !iban.startsWith(fee.homeCountry) } : null,
    };
  }
}

function speaks({ payerName, text }: RuleMatch, transaction: IncomingTransaction): boolean {
  if (payerName !== undefined && payerName !== '') {
    const words = new Set(nameWords(transaction.counterpartyName ?? ''));
    if (!nameWords(payerName).every((word) => words.has(word))) return false;
  }
  return text === undefined || text === '' || wordsOf(transaction.remittance).includes(wordsOf(text));
}

/** Whole words only: each between two spaces. */
function wordsOf(text: string): string {
  return ` ${foldText(text).replace(/[^A-Z0-9]+/g, ' ').trim()} `;
}
