import { type ItemKind } from '@lettrage/contracts';

/** What the ledger needs to know of an invoice or credit note; a credit note's amounts are negative. */
export interface OpenItem {
  readonly itemId: string;
  readonly customerId: string;
  readonly number: string;
  readonly kind: ItemKind;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly openMinor: bigint;
}

/** What the ledger has taken of a bank transaction so far. */
export interface Payment {
  readonly transactionId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly takenMinor: bigint;
}
