import { formatDecimal, minorUnits, parseDecimal } from '@lettrage/money';
import type { ConfirmBody, DifferenceKind } from '../../../api/types.js';
import { readAmount } from '../../../money/read-amount.js';

export interface DraftLine {
  itemId: string;
  number: string;
  customerId: string | null;
  customerName: string | null;
  dueDate: string;
  /** What is open on the item, a decimal string; negative for a credit note. */
  open: string;
  /** The amount as the reviewer typed it. */
  typed: string;
}

/** An allocation in the making: which items the received amount pays, and what the difference is. */
export interface Draft {
  /** What was received, a decimal string. */
  received: string;
  currency: string;
  lines: readonly DraftLine[];
  difference: DifferenceKind | null;
  /** Whose money it is, where no line says so or several do. */
  customerId: string | null;
}

export type LineFault = 'not_an_amount' | 'above_open' | 'nothing';

/** What is wrong with a line's amount: unreadable, nothing, or past what is open (an item is never closed further than to zero). */
export function faultOf(line: DraftLine, currency: string): LineFault | null {
  const minor = lineMinor(line, currency);
  if (minor === null) return 'not_an_amount';
  if (minor === 0n) return 'nothing';
  const open = toMinor(line.open, currency);
  return open < 0n ? (minor < open || minor > 0n ? 'above_open' : null) : minor > open || minor < 0n ? 'above_open' : null;
}

/** What is received and not yet on a line, in minor units; null while an amount cannot be read. Negative: more is allocated than came. */
export function remainingMinor(draft: Draft): bigint | null {
  let remaining = toMinor(draft.received, draft.currency);
  for (const line of draft.lines) {
    const minor = lineMinor(line, draft.currency);
    if (minor === null) return null;
    remaining -= minor;
  }
  return remaining;
}

/**
 * The kinds that may name what remains, by the sign rules of a difference (allocated minus received): more allocated than came is
 * a fee, a discount, a deduction or a rounding; less is an overpayment or a rounding; without any line it is money on account or a duplicate.
 */
export function kindsFor(draft: Draft): DifferenceKind[] {
  const remaining = remainingMinor(draft);
  if (remaining === null || remaining === 0n) return [];
  if (draft.lines.length === 0) return ['on_account', 'duplicate_payment'];
  return remaining < 0n ? ['bank_fee', 'discount', 'deduction', 'rounding'] : ['overpayment', 'rounding'];
}

/** Whether the kind leaves money with a customer, who must then be known. */
export function needsCustomer(kind: DifferenceKind | null): boolean {
  return kind === 'overpayment' || kind === 'on_account' || kind === 'duplicate_payment';
}

/** The customer whose money it is: the one that was chosen, else the one of all lines. */
export function customerOf(draft: Draft): string | null {
  const ofLines = new Set(draft.lines.map((line) => line.customerId));
  return draft.customerId ?? (ofLines.size === 1 ? [...ofLines][0]! : null);
}

/** The body that confirms the draft, or null until it adds up: every amount good, and what remains zero or named. */
export function bodyOf(draft: Draft, version: number): ConfirmBody | null {
  const remaining = remainingMinor(draft);
  if (remaining === null || draft.lines.some((line) => faultOf(line, draft.currency))) return null;
  const kind = remaining !== 0n && draft.difference && kindsFor(draft).includes(draft.difference) ? draft.difference : null;
  const customerId = customerOf(draft);
  if ((remaining !== 0n && !kind) || (needsCustomer(kind) && !customerId) || (draft.lines.length === 0 && !kind)) return null;
  return {
    customerId,
    lines: draft.lines.map((line) => ({ itemId: line.itemId, amount: decimal(lineMinor(line, draft.currency)!, draft.currency) })),
    difference: kind ? { kind, amount: decimal(-remaining, draft.currency) } : null,
    version,
  };
}

/** The draft with a line for all that is open on an item, its amount written by `write` as the reviewer would. */
export function withItem(draft: Draft, item: Omit<DraftLine, 'typed'>, write: (amount: string) => string): Draft {
  if (draft.lines.some((line) => line.itemId === item.itemId)) return draft;
  return { ...draft, lines: [...draft.lines, { ...item, typed: write(item.open) }] };
}

/** The amount that this line would need for nothing to remain, at most what is open on it; null where it has it, or none would do. */
export function amountThatFits(draft: Draft, line: DraftLine): string | null {
  const others = remainingMinor({ ...draft, lines: draft.lines.filter((other) => other !== line) });
  if (others === null || others === 0n) return null;
  const fitting = { ...line, typed: decimal(others, draft.currency) };
  return others === lineMinor(line, draft.currency) || faultOf(fitting, draft.currency) ? null : fitting.typed;
}

export function decimal(minor: bigint, currency: string): string {
  return formatDecimal(minor, minorUnits(currency));
}

function lineMinor(line: DraftLine, currency: string): bigint | null {
  const amount = readAmount(line.typed, minorUnits(currency));
  return amount === null ? null : toMinor(amount, currency);
}

function toMinor(amount: string, currency: string): bigint {
  return parseDecimal(amount, minorUnits(currency));
}
