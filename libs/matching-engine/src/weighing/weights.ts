import { signalCount, signalIndex, type Signal } from '../evidence/signals.js';

/** Weights before an organisation's own history has been seen: how much each signal adds to the logarithm of the odds. */
const start: Partial<Record<Signal, number>> = {
  not_an_invoice: -1.2,
  unlisted: -4.8,
  on_account: -7.5,
  duplicate: -4.9,
  duplicate_same_amount: 4.9,
  duplicate_same_payer: 1.5,
  duplicate_unnamed: 2.2,
  names_paid_amount: -1.4,
  iban_seen: 0.6,
  iban_seen_log_share: 0.3,
  iban_seen_often: 0.1,
  iban_in_file: 0.6,
  iban_of_others: 0,
  id_in_text: 0.9,
  name_seen_log_share: 1,
  name_seen: 0.4,
  name_seen_often: 0.1,
  name_exact: 4.6,
  name_like: 4.1,
  name_cut: 0.8,
  name_alias: 3.2,
  named_behalf: 4.4,
  payer_unknown: 0,
  payer_behind: -0.5,
  cited_structured: 8.1,
  cited_full: 7.4,
  cited_order: 7.5,
  cited_tail: 6.9,
  cited_end_to_end: 1.7,
  cited_edit: 3.8,
  cited_cut: 1.8,
  cited_suffix: 2,
  tail_context: 1.4,
  uncited_though_citing: -0.4,
  uncited_items: 1,
  leaves_cited: -2.5,
  leaves_tail: -3.1,
  strange_number: -0.4,
  citing_habit: 0.3,
  cites_other_payer: -2.3,
  amount_log: 0.7,
  exact: -0.2,
  fee: 1.5,
  discount: 2.4,
  deduction: 2.2,
  rounding: 3.2,
  overpayment: 0.4,
  partial: -1.1,
  part_completed: 2.8,
  amount_rare: 0.6,
  difference_uncited: 0.9,
  repeats_amount: -1.1,
  many: 1.6,
  log_items: -1.6,
  many_habit: 0.8,
  chance: -3,
  sum_search: -0.3,
  all_open: 0.5,
  all_due: 0,
  all_but_few: 0.8,
  same_month: 0.9,
  window: 0.5,
  group: -0.4,
  uncited_credit: 0,
  count_named: 3.2,
  count_wrong: -2.2,
  budget: 0.1,
  date_named: 3.5,
  date_other: 0,
  until_after: -3,
  until_edge: 1,
  month_named: 2.3,
  month_other: 0,
  not_yet_issued: -4.2,
  delay: 0.2,
  older_left: -1.1,
  other_words: 1.6,
  other_payer: 1.5,
  round_amount: 7.3,
  payer_known_here: -7.3,
  invoices_fit: 0.2,
};

/** Signals that can only speak for a hypothesis, whatever a short or odd history seems to say. */
const onlyFor: readonly Signal[] = [
  'iban_seen', 'iban_seen_log_share', 'iban_seen_often', 'iban_in_file', 'id_in_text', 'name_seen', 'name_seen_log_share', 'name_seen_often', 'name_exact', 'name_like', 'name_alias', 'named_behalf',
  'cited_structured', 'cited_full', 'cited_order', 'cited_tail', 'cited_end_to_end', 'cited_edit', 'cited_cut', 'cited_suffix', 'tail_context', 'citing_habit', 'amount_log', 'amount_rare', 'many_habit',
  'count_named', 'date_named', 'until_edge', 'month_named', 'delay', 'other_words', 'other_payer', 'duplicate_same_amount', 'duplicate_same_payer', 'part_completed',
];
/** Signals that can only speak against one. */
const onlyAgainst: readonly Signal[] = [
  'iban_of_others', 'payer_unknown', 'payer_behind', 'uncited_though_citing', 'leaves_cited', 'leaves_tail', 'strange_number', 'cites_other_payer', 'names_paid_amount', 'chance', 'count_wrong',
  'date_other', 'month_other', 'repeats_amount', 'until_after', 'not_yet_issued', 'older_left', 'payer_known_here', 'group', 'sum_search',
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
