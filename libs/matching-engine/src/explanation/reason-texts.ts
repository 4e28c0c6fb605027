import type { Reason } from '../border.js';

/** Each code with its English sentence; `{param}` is replaced. Other languages translate by code. */
export const reasonTexts = {
  reference_structured: 'The structured reference {shown} is that of {number}.',
  reference_exact: 'The text names {number}.',
  reference_end_to_end: 'The end-to-end id names {number}.',
  reference_range: '{number} lies in the range that the text names.',
  order_number: 'The text names the order number {shown} of {number}.',
  reference_tail: 'The text names {shown}, the last digits of {number}.',
  reference_one_slip: 'The text names a number that is one slip of a digit away from {number}.',
  order_one_slip: 'The text names a number that is one slip of a digit away from the order number of {number}.',
  reference_ending: 'The text names digits with which {number} ends.',
  tail_one_slip: 'The text names digits that are one slip away from the last ones of {number}.',
  reference_cut: 'The text breaks off at {shown}, with which {number} begins.',
  payer_of_group: 'This payer has paid for each of the {customers} customers before.',
  several_customers: 'The items are of {customers} customers.',
  payer_not_known_for: 'Nothing known connects this payer with {customer}.',
  payer_unknown: 'No customer is like this payer.',
  customer_named: 'The text names the customer number or VAT id of {customer}.',
  iban_of_customer: 'The IBAN {iban} stands in the file of {customer}.',
  iban_paid_only: 'The IBAN {iban} has paid for {customer} before, and for nobody else.',
  iban_paid_also: 'The IBAN {iban} has paid for {customer} before, among others.',
  name_equal: 'The payer\'s name is that of {customer}.',
  name_paid: 'A payer named "{name}" has paid for {customer} before.',
  name_like_payer: 'The name "{name}" is like one that has paid for {customer} before.',
  name_like: 'The payer\'s name "{name}" is like {customer}.',
  name_cut: 'The payer\'s name "{name}" is a part of {customer}.',
  named_behalf: 'The text says that it is paid for somebody with words of the name {customer}.',
  ultimate_debtor: 'The bank names "{name}" as ultimate debtor, which is like {customer}.',
  ultimate_debtor_known: 'The bank names "{name}" as ultimate debtor, which is like one that has paid for {customer} before.',
  name_in_text: 'The text contains words of the name {customer}.',
  amount_equal: 'The amount {received} is exactly what is open on {number}.',
  sum_equal: 'The {count} items add up to exactly {received}.',
  part_of_item: 'The last part, {part}, pays {number} in part; {open} is open on it.',
  rest_paid_too: 'Another credit of the same payer is exactly the rest of {number}, {rest}.',
  difference_bank_fee: '{closed} is open and {received} came: {difference} less, like a bank\'s fee.',
  difference_discount: '{closed} is open and {received} came: {difference} less, like a discount.',
  difference_deduction: '{closed} is open and {received} came: {difference} less, like a deduction.',
  difference_rounding: '{closed} is open and {received} came: a difference of {difference}, like a rounding.',
  difference_overpayment: '{closed} is open and {received} came: {difference} more.',
  count_named: 'The text speaks of {count} invoices, and these are {count}.',
  count_listed: 'The text lists {count} references that are not ours, and these are {count} items.',
  credit_note_in_sum: 'The sum is net of the credit note {number}.',
  issue_date_named: 'The text names {date}, the date of issue of {number}.',
  due_date_named: 'The text names {date}, the due date of {number}.',
  names_another: 'Against: the text also names {shown}, which is not among these.',
  number_not_open: 'Against: the text names {shown}, which is not an open item.',
  issued_later: 'Against: an item was issued after the money came.',
  already_paid: 'The text names {number}, which was paid on {date}.',
  paid_lately: 'A credit of the same amount, {received}, that seems to be from the same customer came on {date}.',
  no_item_named: 'No open item is named and none explains the amount.',
  payer_paid_no_invoice: 'Most past credits of this payer paid no invoice.',
  words_of_other_money: 'The words are those of credits that paid no invoice.',
  nothing_fits: 'Nothing that was tried explains this credit.',
  rival: 'Another explanation is nearly as likely: {numbers}.',
  same_part_again: 'The same amount was paid on {number} before: this may be the next part, or the same one twice.',
  perhaps_another: 'The text names {shown}, and neither this number nor the amount is that of {number}: it may be a document that is not in the books yet.',
  below_threshold: 'At {confidence} % this is below the {threshold} % from which an allocation is automatic.',
  rule_payer: 'A rule says that this payer pays for {customer}.',
  rule_other_money: 'A rule says what this is: {label}. It pays no invoice.',
  rule_rounding: 'A difference of {difference}: a rule takes up to {limit} for a rounding.',
  rule_fee: '{difference} less: a rule takes up to {limit} from abroad for a bank\'s fee.',
  policy_automatic_off: 'Automatic allocation is switched off.',
  policy_amount: 'The amount {received} is above {limit}, the most that is allocated without a person.',
  policy_reference_only: 'Only what the text names in full is allocated without a person.',
  debit: 'Not a credit: nothing to match.',
  reversal: 'The entry undoes an earlier one: it is no payment.',
} as const;

export type ReasonCode = keyof typeof reasonTexts;

export function reason(code: ReasonCode, params: Reason['params']): Reason {
  return { code, params };
}

/** A reason as an English sentence, with its parameters in it. */
export function reasonText({ code, params }: Reason): string {
  const parts = cut[code as ReasonCode];
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) text += (params[parts[i]!] ?? '') + parts[i + 1]!;
  return text;
}

/** The sentences cut at their parameters: text, name, text, name, ..., text. */
const cut = Object.fromEntries(Object.entries(reasonTexts).map(([code, text]) => [code, text.split(/\{(\w+)\}/)])) as unknown as Record<ReasonCode, readonly string[]>;
