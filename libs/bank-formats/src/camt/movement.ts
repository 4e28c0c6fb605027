import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import type { Charge, EntryStatus, ExchangeRate, ReferredDocument } from '../statement.js';

export type Direction = 'CRDT' | 'DBIT';

/** What an entry and its transaction details have in common, as the file says it; amounts are unsigned. */
export class Movement {
  amount: Money | null = null;
  direction: Direction | null = null;
  reference: string | null = null;
  domain: string | null = null;
  family: string | null = null;
  subFamily: string | null = null;
  proprietaryCode: string | null = null;
  instructedAmount: Money | null = null;
  transactionAmount: Money | null = null;
  counterValue: Money | null = null;
  exchange: ExchangeRate | null = null;
  charges: Charge[] | null = null;
  chargeTotal: Money | null = null;
  text: string | null = null;
}

export class Details extends Movement {
  endToEndId: string | null = null;
  mandateId: string | null = null;
  debtorName: string | null = null;
  debtorIban: string | null = null;
  debtorAccountName: string | null = null;
  ultimateDebtor: string | null = null;
  creditorName: string | null = null;
  creditorIban: string | null = null;
  creditorAccountName: string | null = null;
  ultimateCreditor: string | null = null;
  purpose: string | null = null;
  unstructured = '';
  additional = '';
  structuredReferences: string[] | null = null;
  documents: ReferredDocument[] | null = null;
  returnReason: string | null = null;
}

export class Entry extends Movement {
  entryReference: string | null = null;
  reversal = false;
  status: EntryStatus | null = null;
  bookingDate: CalendarDate | null = null;
  valueDate: CalendarDate | null = null;
  /** Number of transactions that the batches of the entry announce. */
  batchCount = 0;
  batchIds: string[] | null = null;
  readonly details: Details[] = [];
}

export function nonZero(amount: Money | null): Money | null {
  return amount && amount.minor !== 0n ? amount : null;
}

export function noExchange(): { source: string | null; target: string | null; unit: string | null; rate: string | null } {
  return { source: null, target: null, unit: null, rate: null };
}
