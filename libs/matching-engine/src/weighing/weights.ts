import { signalCount, signalIndex, type Signal } from '../evidence/signals.js';

/** Weights before an organisation's own history has been seen: how much each signal adds to the logarithm of the odds. */
const start: Partial<Record<Signal, number>> = {
  not_an_invoice: -1.5,
  unlisted: -4.2,
  on_account: -6.7,
  duplicate: -3.8,
  duplicate_same_amount: 4,
  duplicate_same_payer: 1.4,
  names_paid_amount: -1.8,
  iban_seen: 0,
  iban_seen_log_share: 0.3,
  iban_seen_often: 0.1,
  iban_in_file: 1.5,
  iban_of_others: -0.7,
  id_in_text: 1.8,
  name_seen_log_share: 0.7,
  name_seen: 0,
  name_seen_often: 0.1,
  name_exact: 4.7,
  name_like: 4.1,
  name_cut: 1,
  name_alias: 2.8,
  payer_unknown: -0.2,
  payer_behind: -0.5,
  cited_structured: 7.8,
  cited_full: 7.4,
  cited_order: 6.7,
  cited_tail: 5.6,
  cited_end_to_end: 1.5,
  cited_edit: 3.4,
  cited_cut: 1.7,
  cited_suffix: 1.6,
  tail_context: 1.2,
  uncited_though_citing: -0.3,
  uncited_items: 1.4,
  leaves_cited: -1.4,
  leaves_tail: -2.3,
  strange_number: -0.3,
  citing_habit: 0.4,
  cites_other_payer: -2,
  amount_log: 0.6,
  exact: 0.1,
  fee: 1.2,
  discount: 1.8,
  deduction: 1.3,
  rounding: 2.4,
  overpayment: 0,
  part_completed: 4,
  partial: -0.7,
  amount_rare: 1.7,
  difference_uncited: 1,
  many: 1.2,
  log_items: -0.2,
  many_habit: 0.5,
  chance: -2.7,
  sum_search: -0.9,
  all_open: 1.2,
  all_due: 0.2,
  all_but_few: 0.4,
  same_month: 0.6,
  group: -0.6,
  uncited_credit: 0.8,
  count_named: 2.5,
  count_wrong: -2.7,
  budget: -0.5,
  date_named: 3.1,
  date_other: -0.3,
  month_named: 2.3,
  month_other: -0.5,
  not_yet_issued: -4,
  delay: 0.4,
  older_left: -1.3,
  other_words: 1.5,
  other_payer: 2.2,
  round_amount: 6.8,
  payer_known_here: -7.1,
  invoices_fit: -0.7,
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
