import { signalCount, signalIndex, type Signal } from '../evidence/signals.js';

/** Weights before an organisation's own history has been seen: how much each signal adds to the logarithm of the odds. */
const start: Partial<Record<Signal, number>> = {
  not_an_invoice: -1.7,
  unlisted: -4.5,
  on_account: -7.3,
  duplicate: -4.9,
  duplicate_same_amount: 5,
  duplicate_same_payer: 1.6,
  names_paid_amount: -1.6,
  iban_seen: 0.6,
  iban_seen_log_share: 0.3,
  iban_seen_often: 0.1,
  iban_in_file: 1.4,
  iban_of_others: -0.5,
  id_in_text: 1.2,
  name_seen_log_share: 1,
  name_seen: 0.4,
  name_seen_often: 0.1,
  name_exact: 4.6,
  name_like: 4.2,
  name_cut: 0.6,
  name_alias: 3.2,
  payer_unknown: -0.1,
  payer_behind: -0.5,
  cited_structured: 8.1,
  cited_full: 7,
  cited_order: 7.4,
  cited_tail: 6.1,
  cited_end_to_end: 1.7,
  cited_edit: 3.7,
  cited_cut: 1.8,
  cited_suffix: 1.7,
  tail_context: 1.4,
  uncited_though_citing: -0.3,
  uncited_items: 1.5,
  leaves_cited: -2.4,
  leaves_tail: -2.9,
  strange_number: -0.2,
  citing_habit: 0.6,
  cites_other_payer: -2,
  amount_log: 0.7,
  exact: 0.3,
  fee: 1.2,
  discount: 2.2,
  deduction: 2,
  rounding: 3.2,
  overpayment: 0.3,
  partial: -0.8,
  part_completed: 3.2,
  amount_rare: 1.5,
  difference_uncited: 1.2,
  many: 1.7,
  log_items: -1.3,
  many_habit: 0.6,
  chance: -2.9,
  sum_search: -0.3,
  all_open: 0.6,
  all_due: 0.1,
  all_but_few: 1.1,
  same_month: 0.9,
  window: 0.3,
  group: -0.7,
  uncited_credit: -0.2,
  count_named: 3.2,
  count_wrong: -2.2,
  budget: 0.3,
  date_named: 3.5,
  date_other: -0.1,
  month_named: 2.8,
  month_other: 0,
  not_yet_issued: -4,
  delay: 0.4,
  older_left: -1.4,
  other_words: 1.6,
  other_payer: 1.5,
  round_amount: 7.2,
  payer_known_here: -7.8,
  invoices_fit: -0.4,
};

/** Signals that can only speak for a hypothesis, whatever a short or odd history seems to say. */
const onlyFor: readonly Signal[] = [
  'iban_seen', 'iban_seen_log_share', 'iban_seen_often', 'iban_in_file', 'id_in_text', 'name_seen', 'name_seen_log_share', 'name_seen_often', 'name_exact', 'name_like', 'name_alias',
  'cited_structured', 'cited_full', 'cited_order', 'cited_tail', 'cited_end_to_end', 'cited_edit', 'cited_cut', 'cited_suffix', 'tail_context', 'citing_habit', 'amount_log', 'amount_rare', 'many_habit',
  'count_named', 'date_named', 'month_named', 'delay', 'other_words', 'other_payer', 'duplicate_same_amount', 'duplicate_same_payer', 'part_completed',
];
/** Signals that can only speak against one. */
const onlyAgainst: readonly Signal[] = [
  'iban_of_others', 'payer_unknown', 'payer_behind', 'uncited_though_citing', 'leaves_cited', 'leaves_tail', 'strange_number', 'cites_other_payer', 'names_paid_amount', 'chance', 'count_wrong',
  'date_other', 'month_other', 'not_yet_issued', 'older_left', 'payer_known_here', 'group', 'sum_search',
];

/** Puts weights that have crossed zero back to it. */
export function keepSigns(weights: Float64Array): void {
  for (const signal of onlyFor) if (weights[signalIndex[signal]]! < 0) weights[signalIndex[signal]] = 0;
  for (const signal of onlyAgainst) if (weights[signalIndex[signal]]! > 0) weights[signalIndex[signal]] = 0;
}

export function startingWeights(): Float64Array {
  const weights = new Float64Array(signalCount);
  for (const [signal, weight] of Object.entries(start)) weights[signalIndex[signal as Signal]] = weight;
  return weights;
}
