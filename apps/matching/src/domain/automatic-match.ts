import { type matchingHttp } from '@lettrage/contracts';
import { type BestProposal } from './payment-case.js';

type Method = matchingHttp.MatchMethod;

/** Where the bands of confidence begin, in thousandths; the last one ends at 1. */
export const bands = [0, 950, 970, 990, 995, 999] as const;

/** The band of a confidence, named by where it begins. */
export function bandOf(confidence: number): number {
  return bands.findLast((from) => confidence * 1000 >= from) ?? 0;
}

const wholeReferences = new Set(['reference_structured', 'reference_exact', 'reference_end_to_end', 'reference_range', 'order_number']);
const partsOfReferences = new Set(['reference_tail', 'reference_one_slip', 'order_one_slip', 'reference_ending', 'reference_cut']);

/** What a proposal rests on: the group of its leading reason. What no text names and has several items is a sum, whoever pays. */
export function methodOf({ reasons, lines }: Pick<BestProposal, 'reasons' | 'lines'>): Method {
  const code = reasons[0]?.code ?? '';
  if (code.startsWith('rule_')) return 'rule';
  if (wholeReferences.has(code)) return 'reference';
  if (partsOfReferences.has(code)) return 'part_of_reference';
  if (code === 'payer_of_group' || code === 'several_customers') return 'group';
  if (lines.length > 1) return 'sum';
  if (code.startsWith('iban_')) return 'iban';
  if (code.startsWith('name_') || code === 'customer_named' || code === 'named_behalf' || code.startsWith('ultimate_debtor')) return 'name';
  return code === 'amount_equal' ? 'amount' : 'other';
}
