import type { ProposalLine } from './lines.js';

/** How the items were found, by the first thing that the text names; `payer and amount` where it names none. */
export type Method = 'structured reference' | 'invoice number' | 'end-to-end id' | 'order number' | 'last digits' | 'slip of a digit' | 'cut number' | 'date, month or count named' | 'payer and amount' | 'none';

const methodOfCode: Readonly<Record<string, Method>> = {
  reference_structured: 'structured reference',
  reference_exact: 'invoice number',
  reference_range: 'invoice number',
  reference_end_to_end: 'end-to-end id',
  order_number: 'order number',
  reference_tail: 'last digits',
  reference_ending: 'last digits',
  reference_one_slip: 'slip of a digit',
  order_one_slip: 'slip of a digit',
  reference_cut: 'cut number',
  issue_date_named: 'date, month or count named',
  due_date_named: 'date, month or count named',
  month_named: 'date, month or count named',
  count_named: 'date, month or count named',
};

/** The method of a proposal, read from the codes of its reasons. */
export function methodOf({ allocations, reasons }: Pick<ProposalLine, 'allocations' | 'reasons'>): Method {
  if (allocations.length === 0) return 'none';
  for (const { code } of reasons) {
    const method = methodOfCode[code];
    if (method) return method;
  }
  return 'payer and amount';
}
