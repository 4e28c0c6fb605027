/** How much may be allocated without a person, such as for one bank account. What is not said is as if there were no policy. */
export interface Policy {
  /** False: nothing is allocated unattended, everything is a suggestion. */
  readonly automatic?: boolean;
  /** Of the allocations made unattended, so many are to be right; the confidence that this takes is found from history. */
  readonly targetPrecision?: number;
  /** A larger amount received is for a person; minor units of the transaction's currency. */
  readonly largestUnattendedMinor?: bigint | null;
  /** Only what the text names in full (a number, an order number, a structured reference) is allocated unattended. */
  readonly referenceOnly?: boolean;
}

/** Refuses a policy that means nothing: a precision that is not a share from a half to below one, an amount below zero. */
export function checkPolicy({ targetPrecision, largestUnattendedMinor }: Policy): void {
  if (targetPrecision !== undefined && !(targetPrecision >= 0.5 && targetPrecision < 1)) throw new RangeError(`targetPrecision is ${targetPrecision}; it is a share, at least 0.5 and below 1`);
  if (largestUnattendedMinor !== undefined && largestUnattendedMinor !== null && largestUnattendedMinor < 0n) throw new RangeError(`largestUnattendedMinor is ${largestUnattendedMinor}; it cannot be below zero`);
}
