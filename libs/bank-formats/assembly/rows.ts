/** Rows that are held at once, at most. */
export const mostRows = 8192;
/** Bytes of a row, at most; longer ones are left to the reader of all rows. */
export const longestRow: usize = 4096;
export const digestBytes = 12;

/** Where in a row's texts each begins; where it ends stands behind it. A beginning of 0 stands for null. */
export const ownReference: usize = 0;
export const counterpartyName: usize = 8;
export const counterpartyIban: usize = 16;
export const remittance: usize = 24;
export const further: usize = 32;
export const endToEndId: usize = 40;
export const mandateId: usize = 48;
export const bankTransactionCode: usize = 56;
export const textsBytes = 64;

// Booked transactions column by column.
export const texts = memory.data(mostRows * textsBytes, 16);
/** Signed minor units. */
export const minor = memory.data(mostRows * 8, 16);
/** What the row says of the balance, `noAmount` for nothing. */
export const balances = memory.data(mostRows * 8, 16);
/** The beginning of each fingerprint, and the number behind its point. */
export const digests = memory.data(mostRows * digestBytes, 16);
export const occurrences = memory.data(mostRows * 4, 16);
/** Year, month and day one behind the other in one number; 0 for none. */
export const bookingDates = memory.data(mostRows * 4, 16);
export const valueDates = memory.data(mostRows * 4, 16);
/** Whether the host holds creditor references of it. */
export const hasReferences = memory.data(mostRows);
/** Where the row begins in the input. */
export const rowStarts = memory.data(mostRows * 4, 16);

/** Bytes of the file that are read at once, at most: with all that is made of them, what a processor has at hand. */
export const mostInput = 131072;
// What is looked at beyond the last row says nothing of it.
export const input = memory.data(mostInput + 64, 16);

export function textsOf(row: i32): usize {
  return texts + <usize>row * textsBytes;
}

export function put(at: usize, from: usize, to: usize): void {
  store<usize>(at, from);
  store<usize>(at, to, 4);
}
