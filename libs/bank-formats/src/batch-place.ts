/**
 * Where a transaction stands in a bulk booking (ISO 20022: Ntry with NtryDtls/Btch or several TxDtls), so that a notification that details the
 * booking later can be told to be of the same money.
 */
export interface BatchPlace {
  /** Which entry of its statement, from 1. */
  readonly entry: number;
  /** The bank's reference of the entry, else the entry's own: AcctSvcrRef, NtryRef. */
  readonly reference: string | null;
  /** Of the message and the payment information that the customer sent: MsgId, PmtInfId. */
  readonly ids: readonly string[];
  /** How many payments the bank says it holds; 0 where it does not say. */
  readonly payments: number;
  /** Whether the booking is this one transaction as a whole; false for one of its payments. */
  readonly whole: boolean;
}
