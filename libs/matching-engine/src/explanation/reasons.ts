import { fromEpochDay } from '@lettrage/calendar';
import { formatMoney } from '@lettrage/money';
import type { Reason } from '../border.js';
import { kept } from '../books/growing.js';
import { allowedDifferences } from '../candidates/fit.js';
import type { Answer } from '../candidates/hypothesis.js';
import { withinOneEdit } from '../evidence/name-likeness.js';
import { evidenceAt, isLikeBehalf, type Payer, type PayerEvidence } from '../evidence/payer-evidence.js';
import type { Reading } from '../evidence/reading.js';
import { namingOf } from '../evidence/naming.js';
import type { State } from '../state.js';
import { reason } from './reason-texts.js';

const maxNamed = 4;

/** Why an answer is proposed, and what speaks against it: each sentence is a fact of the transaction, the open items or the history. */
export function reasonsFor(answer: Answer, reading: Reading, state: State): readonly Reason[] {
  switch (answer.kind) {
    case 'items':
      return itemReasons(answer, reading, state);
    case 'duplicate':
      if (answer.paid!.number === '') return [...payerOf(answer.customerId!, reading, state), reason('paid_lately', { received: moneyText(reading.amount, reading), date: fromEpochDay(answer.paid!.day) })];
      return [reason('already_paid', { number: answer.paid!.number, date: fromEpochDay(answer.paid!.day) })];
    case 'on_account':
      return [...payerOf(answer.customerId!, reading, state), reason('no_item_named', {})];
    case 'not_an_invoice':
      return notAnInvoice(reading);
    default:
      return [reason('nothing_fits', {})];
  }
}

function itemReasons(answer: Answer, reading: Reading, state: State): readonly Reason[] {
  const found = namings(answer, reading);
  addAll(found, payers(answer, reading, state));
  addAll(found, amounts(answer, reading, state));
  addAll(found, completions(answer, reading, state));
  addAll(found, sets(answer, reading));
  addAll(found, times(answer, reading));
  addAll(found, objections(answer, reading));
  return kept(found);
}

function addAll(found: Reason[], more: readonly Reason[]): void {
  for (let i = 0; i < more.length; i++) found.push(more[i]!);
}

/** Minor units of the transaction's currency, as people read them. */
export function moneyText(minor: number, reading: Reading): string {
  return `${formatMoney({ minor: BigInt(minor), currency: reading.currency })} ${reading.currency}`;
}

function namings(answer: Answer, reading: Reading): Reason[] {
  const found: Reason[] = [];
  for (const item of answer.items.slice(0, maxNamed)) {
    const naming = namingOf(item, reading);
    const citation = reading.cited.get(item);
    const params = { number: item.number, shown: citation?.shown ?? '' };
    if (naming === 'structured') found.push(reason('reference_structured', params));
    else if (naming === 'full' && citation?.source === 'end_to_end') found.push(reason('reference_end_to_end', params));
    else if (naming === 'full' && citation?.range) found.push(reason('reference_range', params));
    else if (naming === 'full') found.push(reason('reference_exact', params));
    else if (naming === 'order') found.push(reason('order_number', params));
    else if (naming === 'tail') found.push(reason('reference_tail', params));
    else if (naming === 'edit') found.push(reason(isSlipOf(item.key, reading) ? 'reference_one_slip' : 'order_one_slip', { number: item.number }));
    else if (naming === 'suffix') found.push(reason('reference_ending', { number: item.number }));
    else if (naming === 'tail_slip') found.push(reason('tail_one_slip', { number: item.number }));
    else if (naming === 'cut') found.push(reason('reference_cut', { number: item.number, shown: reading.cutKey }));
  }
  return found;
}

/** Whether a number that the text names is one slip away from this one (and not only from its order number). */
function isSlipOf(key: string, reading: Reading): boolean {
  return reading.strange.some((strange) => withinOneEdit(strange.key, key)) || reading.citations.some((citation) => withinOneEdit(citation.key, key));
}

function payers(answer: Answer, reading: Reading, state: State): readonly Reason[] {
  const first = answer.items[0]!.customerId;
  if (answer.items.some((item) => item.customerId !== first)) {
    const customers = [...new Set(answer.items.map((item) => item.place))];
    const seen = customers.every((place) => {
      const evidence = evidenceAt(reading.payer, place);
      return evidence !== undefined && (evidence.ibanShare > 0 || evidence.nameShare > 0);
    });
    return [seen ? reason('payer_of_group', { customers: String(customers.length) }) : reason('several_customers', { customers: String(customers.length) })];
  }
  state.customers.directory.expect(answer.items[0]!);
  return payerOf(first, reading, state);
}

function payerOf(customerId: string, { payer, ultimate, ruling }: Reading, state: State): readonly Reason[] {
  const evidence = evidenceAt(payer, state.customers.directory.at(customerId));
  const given = evidence?.reasons;
  if (given && ultimate === null && ruling === null) return given;
  const customer = state.customers.get(customerId)?.name ?? customerId;
  if (!evidence) return payer.name || payer.iban ? [reason('payer_not_known_for', { customer })] : [];
  if (ruling?.customer?.customerId === customerId) return [reason('rule_payer', { rule: ruling.customer.ruleId, customer })];
  const reasons = (evidence.reasons ??= reasonsOf(evidence, payer, customer));
  const named = ultimate && evidenceAt(ultimate, evidence.place);
  return named && isLikeBehalf(named) ? withUltimate(reasons, reason(named.byAlias ? 'ultimate_debtor_known' : 'ultimate_debtor', { customer, name: ultimate.name! })) : reasons;
}

/** The bank's word for whom the money is, in the place of the payer's own. */
function withUltimate(reasons: readonly Reason[], ultimate: Reason): Reason[] {
  const isFirst = ({ code }: Reason) => code === 'customer_named';
  return [...reasons.filter(isFirst), ultimate, ...reasons.filter((one) => !isFirst(one) && one.code !== 'named_behalf')];
}

function reasonsOf(evidence: PayerEvidence, payer: Payer, customer: string): Reason[] {
  const found: Reason[] = [];
  if (evidence.idInText) found.push(reason('customer_named', { customer }));
  if (evidence.behalf > 0) found.push(reason('named_behalf', { customer }));
  if (evidence.ownIban) found.push(reason('iban_of_customer', { customer, iban: payer.iban! }));
  if (evidence.ibanShare === 1) found.push(reason('iban_paid_only', { customer, iban: payer.iban! }));
  else if (evidence.ibanShare > 0) found.push(reason('iban_paid_also', { customer, iban: payer.iban! }));
  if (evidence.exactName) found.push(reason('name_equal', { customer, name: payer.name ?? '' }));
  else if (evidence.nameShare > 0) found.push(reason('name_paid', { customer, name: payer.name ?? '' }));
  else if (evidence.byAlias) found.push(reason('name_like_payer', { customer, name: payer.name ?? '' }));
  else if (evidence.likeness >= 0.6) found.push(reason(payer.name === null ? 'name_in_text' : evidence.cutName ? 'name_cut' : 'name_like', { customer, name: payer.name ?? '' }));
  return found;
}

/** Where a rule says what the difference is. */
function differenceByRule(answer: Answer, reading: Reading, state: State): Reason | null {
  const allowed = allowedDifferences(reading, state, answer.customerId!);
  const { kind, amount } = answer.difference!;
  const params = { difference: moneyText(Math.abs(amount), reading) };
  if (allowed?.rounding && kind === 'rounding' && Math.abs(amount) <= allowed.rounding.upTo) return reason('rule_rounding', { ...params, rule: allowed.rounding.ruleId, limit: moneyText(allowed.rounding.upTo, reading) });
  if (allowed?.fee && kind === 'bank_fee' && amount <= allowed.fee.upTo) return reason('rule_fee', { ...params, rule: allowed.fee.ruleId, limit: moneyText(allowed.fee.upTo, reading) });
  return null;
}

function amounts(answer: Answer, reading: Reading, state: State): Reason[] {
  const received = moneyText(reading.amount, reading);
  const [item] = answer.items;
  const count = String(answer.items.length);
  if (answer.difference) {
    const closed = moneyText(answer.amounts.reduce((sum, amount) => sum + amount, 0), reading);
    const ruled = differenceByRule(answer, reading, state);
    if (ruled) return [ruled];
    return [reason(`difference_${answer.difference.kind}` as 'difference_bank_fee', { received, closed, difference: moneyText(Math.abs(answer.difference.amount), reading) })];
  }
  const last = answer.items.length - 1;
  if (answer.amounts[last] !== answer.items[last]!.open) return [reason('part_of_item', { number: answer.items[last]!.number, part: moneyText(answer.amounts[last]!, reading), open: moneyText(answer.items[last]!.open, reading) })];
  return [answer.items.length === 1 ? reason('amount_equal', { received, number: item!.number }) : reason('sum_equal', { received, count })];
}

function completions(answer: Answer, reading: Reading, state: State): Reason[] {
  const item = answer.items[0]!;
  const rest = item.open - answer.amounts[0]!;
  if (answer.items.length > 1 || rest <= 0 || !state.nearby.has(item.place, rest, reading.amount)) return [];
  return [reason('rest_paid_too', { number: item.number, rest: moneyText(rest, reading) })];
}

function sets(answer: Answer, reading: Reading): Reason[] {
  const found: Reason[] = [];
  const count = String(answer.items.length);
  if (reading.hints.count === answer.items.length) found.push(reason(reading.hints.listed ? 'count_listed' : 'count_named', { count }));
  const credit = answer.items.find((item) => item.credit);
  if (credit) found.push(reason('credit_note_in_sum', { number: credit.number }));
  return found;
}

function times(answer: Answer, reading: Reading): Reason[] {
  if (reading.hints.days.length === 0) return [];
  const item = answer.items.find((candidate) => reading.hints.days.some((day) => day !== reading.day && day === candidate.issueDay));
  if (item) return [reason('issue_date_named', { number: item.number, date: fromEpochDay(item.issueDay) })];
  const due = answer.items.find((candidate) => reading.hints.days.some((day) => day !== reading.day && day === candidate.dueDay));
  return due ? [reason('due_date_named', { number: due.number, date: fromEpochDay(due.dueDay) })] : [];
}

/** What the text says that this answer leaves unexplained. */
function objections(answer: Answer, reading: Reading): Reason[] {
  const found: Reason[] = [];
  for (let i = 0; i < reading.citations.length; i++) {
    const citation = reading.citations[i]!;
    if (citation.grade === 'edit' || citation.grade === 'tail' || found.length >= maxNamed) continue;
    if (!citation.items.some((item) => answer.items.includes(item))) found.push(reason('names_another', { shown: citation.shown }));
  }
  for (const { shown, key } of reading.strange)
    if (found.length < maxNamed && !answer.items.some((item) => item.key === key)) found.push(reason('number_not_open', { shown }));
  if (answer.items.some((item) => item.issueDay > reading.day)) found.push(reason('issued_later', {}));
  return found;
}

function notAnInvoice(reading: Reading): Reason[] {
  const found: Reason[] = [];
  if (reading.payer.otherShare >= 0.5) found.push(reason('payer_paid_no_invoice', {}));
  if (reading.otherOdds > 1) found.push(reason('words_of_other_money', {}));
  if (reading.payer.candidates.length === 0) found.push(reason('payer_unknown', {}));
  return found;
}
