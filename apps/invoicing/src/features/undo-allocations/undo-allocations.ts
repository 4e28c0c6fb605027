import { allocationsReversed, type PayloadOf, undoRequested } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type Payment } from '../../domain/open-item.js';
import { messagesOf } from '../../domain/messages-of.js';
import { ledgerEntryOf, itemsById, lockLedger, paymentsById, type StoredEntry, writeEntries } from '../../persistence/ledger.js';
import { openItemOf, type OpenItemRow } from '../../persistence/open-item-row.js';
import { sayItemsChanged } from '../../persistence/say-items-changed.js';

type Undo = PayloadOf<typeof undoRequested>;

/**
 * Takes allocations back by reversing entries, never by deletion. A mistake is reversed as of the day of what it reverses; what the bank took back, as of the day on
 * which it did. A request without live entries has nothing to take back.
 */
@Injectable()
export class UndoAllocations implements MessageHandler<Undo> {
  readonly contract = undoRequested;

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Undo>[]): Promise<void> {
    const undos = new Map(messages.flatMap((message) => message.payload.undos).map((undo) => [undo.requestId, undo]));
    // Payments before items, as everywhere; the entries are read after both are locked, so that nobody reverses them meanwhile.
    await lockLedger(tx, organisationId);
    const payments = await paymentsById(tx, [...undos.values()].map((undo) => undo.transactionId));
    const itemIds = await tx.query<{ item_id: string }[]>('select item_id from ledger_entry where request_id = any ($1) and item_id is not null', [[...undos.keys()]]);
    const items = await itemsById(tx, itemIds.map((row) => row.item_id));
    const live = await tx.query<StoredEntry[]>(
      `select entry_id as "entryId", request_id as "requestId", transaction_id as "transactionId", kind, difference_kind as "differenceKind", item_id as "itemId", customer_id as "customerId",
              amount_minor as "amountMinor", currency, effective_date as "effectiveDate", reverses, decided_by as "decidedBy"
       from ledger_entry e where request_id = any ($1) and reverses is null and not exists (select from ledger_entry r where r.reverses = e.entry_id) order by entry_id`,
      [[...undos.keys()]],
    );
    if (live.length === 0) return;

    const changed = new Map<string, OpenItemRow>();
    const paid = new Map<string, Payment>();
    const reversals = live.map((entry): StoredEntry => {
      const { undoneBy, effectiveDate = entry.effectiveDate } = undos.get(entry.requestId)!;
      return { ...entry, entryId: newId(), amountMinor: -entry.amountMinor, reverses: entry.entryId, effectiveDate, decidedBy: undoneBy };
    });
    for (const entry of reversals) {
      const payment = paid.get(entry.transactionId) ?? payments.get(entry.transactionId)!;
      paid.set(entry.transactionId, { ...payment, takenMinor: payment.takenMinor + entry.amountMinor });
      if (entry.itemId === null) continue;
      const item = changed.get(entry.itemId) ?? items.get(entry.itemId)!;
      changed.set(entry.itemId, { ...item, openMinor: item.openMinor - entry.amountMinor, version: changed.has(entry.itemId) ? item.version : item.version + 1 });
    }
    await writeEntries(tx, organisationId, reversals, changed.values(), paid.values());
    await sayItemsChanged(tx, organisationId, [...changed.values()].map(openItemOf));
    const entriesOf = Map.groupBy(reversals, (entry) => entry.requestId);
    // In the order in which they were asked for.
    const undone = [...undos.values()].flatMap(({ requestId, undoneBy }) => {
      const entries = entriesOf.get(requestId) ?? [];
      return entries.length === 0 ? [] : [{
        requestId, transactionId: entries[0]!.transactionId, undoneBy,
        entries: entries.map((entry) => ledgerEntryOf(entry, entry.itemId === null ? undefined : items.get(entry.itemId))),
      }];
    });
    await publish(tx, organisationId, allocationsReversed, messagesOf(undone, ({ entries }) => entries.length).map((part) => ({ reversals: part })));
  }
}
