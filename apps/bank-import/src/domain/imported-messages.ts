import { transactionsPerMessage } from '@lettrage/contracts';

/** Of the banks' texts in one message. Most transactions have some hundred; one may have many thousand, and no broker takes a message of any size. */
const charactersPerMessage = 1_000_000;

interface Said {
  readonly bankAccountId: string;
  readonly remittance?: string | null;
  readonly structuredReferences?: readonly string[];
}

/** Cuts rows, in order, into messages: of one account each, and of no more than a message may carry. */
export function messagesOf<Row extends Said>(rows: readonly Row[]): Row[][] {
  const messages: Row[][] = [];
  let characters = 0;
  for (const row of rows) {
    const last = messages.at(-1);
    const own = charactersOf(row);
    if (last && last.length < transactionsPerMessage && characters + own <= charactersPerMessage && last[0]!.bankAccountId === row.bankAccountId) {
      last.push(row);
      characters += own;
    } else {
      messages.push([row]);
      characters = own;
    }
  }
  return messages;
}

function charactersOf({ remittance, structuredReferences = [] }: Said): number {
  return structuredReferences.reduce((sum, reference) => sum + reference.length, remittance?.length ?? 0);
}
