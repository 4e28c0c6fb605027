import { transactionsPerMessage } from '@lettrage/contracts';

/** Cuts rows, in order, into messages: of one account each, and of no more than a message may carry. */
export function messagesOf<Row extends { readonly bankAccountId: string }>(rows: readonly Row[]): Row[][] {
  const messages: Row[][] = [];
  for (const row of rows) {
    const last = messages.at(-1);
    if (last && last.length < transactionsPerMessage && last[0]!.bankAccountId === row.bankAccountId) last.push(row);
    else messages.push([row]);
  }
  return messages;
}
