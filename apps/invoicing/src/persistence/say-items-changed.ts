import { itemsPerMessage, openItemsChanged, type OpenItemSnapshot } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';

/** Says what items are from now on, many in one message. */
export async function sayItemsChanged(tx: Transaction, organisationId: string, items: readonly OpenItemSnapshot[]): Promise<void> {
  const messages = Array.from({ length: Math.ceil(items.length / itemsPerMessage) }, (_, part) => ({ items: items.slice(part * itemsPerMessage, (part + 1) * itemsPerMessage) }));
  await publish(tx, organisationId, openItemsChanged, messages);
}
