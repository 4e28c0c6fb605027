import { origin, type Hypothesis } from '../candidates/hypothesis.js';
import { amountKinds } from '../habits/amount-habits.js';
import type { CitingHabit } from '../habits/settlement-habits.js';
import type { State } from '../state.js';
import { namingOf } from './naming.js';
import { evidenceAt, type Payer, type PayerEvidence } from './payer-evidence.js';
import type { Reading } from './reading.js';
import { paidLately } from './repeats.js';
import { signalCount, signalIndex as at } from './signals.js';

const kindSignals = amountKinds.map((kind) => at[kind === 'bank_fee' ? 'fee' : kind]);

/** The signals of one hypothesis, as numbers that a weight multiplies; written into `x` where one is given. */
export function signalsOf(hypothesis: Hypothesis, reading: Reading, state: State, all: readonly Hypothesis[], x = new Float64Array(signalCount)): Float64Array {
  x.fill(0);
  if (hypothesis.kind !== 'items') specialSignals(x, hypothesis, reading, state, all);
  else {
    if (hypothesis.items[0]!.customerId === hypothesis.customerId) state.customers.directory.expect(hypothesis.items[0]!);
    payerSignals(x, hypothesis, reading);
    citationSignals(x, hypothesis, reading, state);
    amountSignals(x, hypothesis, reading, state);
    setSignals(x, hypothesis, reading, state);
    timeSignals(x, hypothesis, reading, state);
  }
  return x;
}

function specialSignals(x: Float64Array, hypothesis: Hypothesis, reading: Reading, state: State, all: readonly Hypothesis[]): void {
  const best = reading.payer.candidates[0];
  x[at[hypothesis.kind as 'unlisted']] = 1;
  if (hypothesis.kind === 'not_an_invoice') {
    x[at.other_words] = reading.otherOdds;
    x[at.other_payer] = reading.payer.otherShare;
    x[at.payer_known_here] = best ? Math.min(1, Math.max(0, best.strength / 6)) : 0;
  } else if (hypothesis.kind === 'unlisted') {
    let fits = 0;
    for (let i = 0; i < all.length; i++) {
      const other = all[i]!;
      if (other.kind === 'items' && other.amountKind === 0) fits++;
    }
    x[at.invoices_fit] = Math.min(1, fits / 2);
  } else if (hypothesis.kind === 'on_account') {
    x[at.round_amount] = reading.amount % 50_000 === 0 ? 1 : reading.amount % 10_000 === 0 ? 0.6 : 0;
  } else if (hypothesis.paid?.number === '') {
    x[at.duplicate_unnamed] = 1;
  } else if (hypothesis.paid) {
    if (hypothesis.paid.received === reading.amount || hypothesis.paid.closed === reading.amount) x[at.duplicate_same_amount] = 1;
    if (hypothesis.paid.customerId !== null && evidenceAt(reading.payer, state.customers.directory.at(hypothesis.paid.customerId))) x[at.duplicate_same_payer] = 1;
  }
}

function payerSignals(x: Float64Array, hypothesis: Hypothesis, reading: Reading): void {
  const payer = reading.payer;
  const evidence = weakest(hypothesis, payer);
  const best = payer.candidates[0]?.strength ?? 0;
  if (!evidence) {
    x[at.payer_unknown] = 1;
    x[at.payer_behind] = Math.min(8, best);
    if (payer.knownIban) x[at.iban_of_others] = 1;
    return;
  }
  if (evidence.ibanShare > 0) {
    x[at.iban_seen] = 1;
    x[at.iban_seen_log_share] = Math.max(-4, Math.log(evidence.ibanShare));
    x[at.iban_seen_often] = Math.min(3, Math.log1p(evidence.ibanEvents * evidence.ibanShare));
  } else if (!evidence.ownIban && payer.knownIban) x[at.iban_of_others] = 1;
  if (evidence.ownIban) x[at.iban_in_file] = 1;
  if (evidence.idInText) x[at.id_in_text] = 1;
  x[at.named_behalf] = evidence.behalf;
  if (evidence.nameShare > 0) {
    x[at.name_seen] = 1;
    x[at.name_seen_log_share] = Math.max(-4, Math.log(evidence.nameShare));
    x[at.name_seen_often] = Math.min(3, Math.log1p(evidence.nameEvents * evidence.nameShare));
  }
  if (evidence.exactName) x[at.name_exact] = 1;
  else if (evidence.byAlias) x[at.name_alias] = evidence.likeness;
  else {
    x[at.name_like] = evidence.likeness;
    if (evidence.cutName) x[at.name_cut] = 1;
  }
  x[at.payer_behind] = Math.min(8, Math.max(0, best - evidence.strength));
}

/** Of several customers in one payment, the one that the payer speaks for least. */
function weakest(hypothesis: Hypothesis, payer: Payer): PayerEvidence | null {
  let found: PayerEvidence | null = null;
  let last = -1;
  for (let i = 0; i < hypothesis.items.length; i++) {
    const item = hypothesis.items[i]!;
    if (item.place === last) continue;
    last = item.place;
    const evidence = evidenceAt(payer, item.place);
    if (!evidence) return null;
    if (!found || evidence.strength < found.strength) found = evidence;
  }
  return found;
}

function citationSignals(x: Float64Array, hypothesis: Hypothesis, reading: Reading, state: State): void {
  const items = hypothesis.items;
  let named = 0;
  let context = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const naming = namingOf(item, reading);
    if (naming === null) continue;
    if (naming !== 'cut') named++;
    const signal = naming === 'structured' ? at.cited_structured : naming === 'full' ? at.cited_full : naming === 'order' ? at.cited_order : naming === 'tail' ? at.cited_tail : naming === 'edit' ? at.cited_edit : naming === 'suffix' || naming === 'tail_slip' ? at.cited_suffix : at.cited_cut;
    const citation = reading.cited.get(item);
    x[signal]! += 1 / items.length;
    if (citation?.source === 'end_to_end') x[at.cited_end_to_end]! += 1 / items.length;
    if (naming === 'tail' && citation) context += Math.log(state.habits.context.share(citation.word) * 2);
  }
  if (context !== 0) x[at.tail_context] = context / items.length;
  const uncited = items.length - named;
  const citing = citesOurs(reading);
  if (uncited > 0 && citing) x[at.uncited_items] = Math.min(4, uncited);
  if (named === 0 && citing) x[at.uncited_though_citing] = 1;
  const left = leftCitations(hypothesis, reading);
  x[at.leaves_cited] = Math.min(3, left.whole);
  x[at.leaves_tail] = Math.min(3, left.tails);
  if (left.others > 0) x[at.cites_other_payer] = 1;
  if (reading.strange.length > 0 && x[at.cited_edit] === 0) x[at.strange_number] = 1;
  for (let i = 0; i < reading.strange.length; i++) {
    const { key } = reading.strange[i]!;
    const paid = state.paid.get(key);
    if (paid && paid.customerId === hypothesis.customerId && (paid.closed === reading.amount || paid.received === reading.amount)) x[at.names_paid_amount] = 1;
  }
  x[at.citing_habit] = Math.max(-4, Math.log(state.habits.settlements.citingShare(hypothesis.customerId!, habitOf(hypothesis, reading), reading.day)));
}

/** The habit that this hypothesis would be an instance of. */
export function habitOf(hypothesis: Hypothesis, reading: Reading): CitingHabit {
  let habit: CitingHabit = 'none';
  for (let i = 0; i < hypothesis.items.length; i++) {
    const item = hypothesis.items[i]!;
    const naming = namingOf(item, reading);
    if (naming === 'full' || naming === 'structured' || naming === 'edit') return 'whole';
    if (naming === 'order') habit = 'order';
    else if (naming === 'tail' && habit === 'none') habit = 'tail';
  }
  return habit;
}

function citesOurs(reading: Reading): boolean {
  for (let i = 0; i < reading.citations.length; i++) {
    const citation = reading.citations[i]!;
    if (citation.grade === 'full' || citation.grade === 'structured' || citation.grade === 'order') return true;
  }
  return false;
}

/** Citations that this hypothesis does not use: whole numbers, tails (of the payer's own items), and whole numbers of other customers. */
function leftCitations(hypothesis: Hypothesis, reading: Reading): { whole: number; tails: number; others: number } {
  let whole = 0;
  let tails = 0;
  let others = 0;
  for (let i = 0; i < reading.citations.length; i++) {
    const citation = reading.citations[i]!;
    if (citation.grade === 'edit') continue;
    let used = false;
    let own = false;
    for (let j = 0; j < citation.items.length; j++) {
      const item = citation.items[j]!;
      if (hypothesis.items.includes(item)) used = true;
      if (item.customerId === hypothesis.customerId) own = true;
    }
    if (used) continue;
    if (citation.grade === 'tail') tails += own ? 1 : 0;
    else if (own) whole++;
    else others++;
  }
  return { whole, tails, others };
}

function amountSignals(x: Float64Array, hypothesis: Hypothesis, reading: Reading, state: State): void {
  x[at.amount_log] = hypothesis.amountLog;
  x[kindSignals[hypothesis.amountKind]!] = 1;
  if (isCompleted(hypothesis, reading, state)) x[at.part_completed] = 1;
  const uncited = x[at.cited_full]! + x[at.cited_structured]! + x[at.cited_order]! + x[at.cited_tail]! === 0;
  if (hypothesis.amountKind > 0 && uncited) x[at.difference_uncited] = 1;
  if (uncited && paidLately(hypothesis.customerId!, reading, state) >= 0) x[at.repeats_amount] = 1;
  if (hypothesis.items.length === 1 && hypothesis.amountKind === 0) x[at.amount_rare] = 1 / Math.max(1, state.items.byAmount.count(reading.amount));
}

/** A part payment of one item whose rest is, to the cent, another credit of the same payer nearby. */
function isCompleted(hypothesis: Hypothesis, reading: Reading, state: State): boolean {
  const item = hypothesis.items[0]!;
  return hypothesis.items.length === 1 && item.open > hypothesis.amounts[0]! && state.nearby.has(item.place, item.open - hypothesis.amounts[0]!, reading.amount);
}

function setSignals(x: Float64Array, hypothesis: Hypothesis, reading: Reading, state: State): void {
  const items = hypothesis.items;
  const n = items.length;
  if (reading.hints.count > 0) x[reading.hints.count === n ? at.count_named : at.count_wrong] = 1;
  const many = state.habits.settlements.manyShare(hypothesis.customerId!, reading.day);
  x[at.many_habit] = Math.log(n > 1 ? many : 1 - many);
  if (n === 1) return;
  x[at.many] = 1;
  x[at.log_items] = Math.log(n);
  const cited = hypothesis.origins & origin.cited;
  if (!(cited && !(hypothesis.origins & origin.completed))) x[at.chance] = Math.log1p(hypothesis.chance);
  if (!cited && hypothesis.origins & origin.sum && !(hypothesis.origins & (origin.prefix | origin.sameMonth | origin.sameDue | origin.window))) x[at.sum_search] = 1;
  if (hypothesis.origins & origin.all && hypothesis.origins & origin.prefix) x[at.all_open] = 1;
  if (hypothesis.origins & origin.prefix && hypothesis.origins & origin.sameDue) x[at.all_due] = 1;
  if (hypothesis.origins & origin.allButFew) x[at.all_but_few] = 1;
  if (hypothesis.origins & origin.sameMonth) x[at.same_month] = 1;
  if (hypothesis.origins & origin.window) x[at.window] = 1;
  if (hypothesis.origins & origin.budget && hypothesis.amountKind === amountKinds.indexOf('partial')) x[at.budget] = 1;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.customerId !== hypothesis.customerId) x[at.group] = 1;
    if (item.credit && !reading.cited.has(item)) x[at.uncited_credit] = 1;
  }
}

/** A statement that goes up to a day covers nothing that was issued later, and the newest that was issued until then. */
function untilSignals(x: Float64Array, { customerId, items }: Hypothesis, until: number, state: State): void {
  let newest = -Infinity;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.issueDay > newest) newest = item.issueDay;
  }
  if (newest > until) x[at.until_after] = 1;
  else if (!state.items.ofCustomer(customerId!).some((item) => item.issueDay > newest && item.issueDay <= until)) x[at.until_edge] = 1;
}

function timeSignals(x: Float64Array, hypothesis: Hypothesis, reading: Reading, state: State): void {
  const items = hypothesis.items;
  let delay = 0;
  let latestDue = -Infinity;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    delay += state.habits.settlements.delayLog(item.customerId, reading.day - item.dueDay, reading.day);
    if (item.issueDay > reading.day) x[at.not_yet_issued] = 1;
    if (item.dueDay > latestDue) latestDue = item.dueDay;
  }
  x[at.delay] = delay / items.length;
  if (reading.hints.days.length > 0) {
    const named = reading.hints.days.filter((day) => day !== reading.day);
    const fits = items.some((item) => named.includes(item.issueDay) || named.includes(item.dueDay));
    if (named.length > 0) x[fits ? at.date_named : at.date_other] = 1;
  }
  const { until } = reading.hints;
  if (until !== null && until < reading.day) untilSignals(x, hypothesis, until, state);
  if (reading.hints.months.length > 0) x[items.every((item) => reading.hints.months.includes(item.issueMonth)) ? at.month_named : at.month_other] = 1;
  let older = 0;
  const owed = state.items.ofCustomer(hypothesis.customerId!);
  for (let i = 0; i < owed.length && older < 20; i++) {
    const item = owed[i]!;
    if (item.dueDay >= latestDue) break;
    if (!item.credit && !items.includes(item)) older++;
  }
  x[at.older_left] = Math.log1p(older);
}
