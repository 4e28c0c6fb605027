import { type AllocationRequest, allocationsRefused, allocationsRequested, allocationsSettled, onTheWire, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { minorUnits, parseDecimal } from '@lettrage/money';
import { newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { decideAllocation, type RequestedAllocation } from '../../domain/decide-allocation.js';
import { type Payment } from '../../domain/open-item.js';
import { messagesOf } from '../../domain/messages-of.js';
import { knownCustomers } from '../../persistence/customers.js';
import { ledgerEntryOf, itemsById, lockLedger, paymentsById, type StoredEntry, writeEntries } from '../../persistence/ledger.js';
import { openItemOf, type OpenItemRow } from '../../persistence/open-item-row.js';
import { sayItemsChanged } from '../../persistence/say-items-changed.js';

type Requested = PayloadOf<typeof allocationsRequested>;
type Settlement = PayloadOf<typeof allocationsSettled>['settlements'][number];
type RefusalOf = PayloadOf<typeof allocationsRefused>['refusals'][number];

/**
 * The only place that says yes to an allocation. Requests are decided one after another against the locked items and
 * payments, so that of two that want the same cent the first has it and the second is refused with the reason.
 */
@Injectable()
export class SettleAllocations implements MessageHandler<Requested> {
  readonly contract = allocationsRequested;

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Requested>[]): Promise<void> {
    const requests = messages.flatMap((message) => message.payload.requests);
    await lockLedger(tx, organisationId);
    const payments = await paymentsById(tx, requests.map((request) => request.transactionId));
    const items = await itemsById(tx, requests.flatMap((request) => request.lines.map((line) => line.itemId)));
    const ofItems = new Set([...items.values()].map((item) => item.customerId));
    const others = requests.flatMap(({ customerId }) => (customerId === null || ofItems.has(customerId) ? [] : customerId));
    const customers = others.length === 0 ? ofItems : ofItems.union(await knownCustomers(tx, others));
    const changed = new Map<string, OpenItemRow>();
    const paid = new Map<string, Payment>();
    const entries: StoredEntry[] = [];
    const settlements: Settlement[] = [];
    const refusals: RefusalOf[] = [];

    for (const wire of requests) {
      const request = inMinorUnits(wire);
      const decision = decideAllocation(request, items, payments.get(request.transactionId), customers);
      if (decision.kind === 'refused') {
        refusals.push({ requestId: request.requestId, transactionId: request.transactionId, code: decision.code, detail: decision.detail.text, sentence: onTheWire(decision.detail) });
        continue;
      }
      const stored = decision.entries.map((entry): StoredEntry => ({
        ...entry, entryId: newId(), requestId: request.requestId, transactionId: request.transactionId, currency: request.currency, effectiveDate: request.bookingDate,
        reverses: null, decidedBy: wire.decidedBy,
      }));
      for (const entry of stored) {
        if (entry.itemId === null) continue;
        const item = items.get(entry.itemId)!;
        const next = { ...item, openMinor: item.openMinor - entry.amountMinor, version: changed.has(item.itemId) ? item.version : item.version + 1 };
        items.set(item.itemId, next);
        changed.set(item.itemId, next);
      }
      const payment: Payment = { transactionId: request.transactionId, currency: request.currency, amountMinor: request.amountMinor, takenMinor: request.amountMinor };
      payments.set(request.transactionId, payment);
      paid.set(request.transactionId, payment);
      entries.push(...stored);
      settlements.push({
        requestId: request.requestId, transactionId: request.transactionId, decidedBy: wire.decidedBy,
        entries: stored.map((entry) => ledgerEntryOf(entry, entry.itemId === null ? undefined : items.get(entry.itemId))),
      });
    }

    if (entries.length > 0) await writeEntries(tx, organisationId, entries, changed.values(), paid.values());
    await sayItemsChanged(tx, organisationId, [...changed.values()].map(openItemOf));
    await publish(tx, organisationId, allocationsSettled, messagesOf(settlements, (settlement) => settlement.entries.length).map((part) => ({ settlements: part })));
    await publish(tx, organisationId, allocationsRefused, messagesOf(refusals, () => 1).map((part) => ({ refusals: part })));
  }
}

function inMinorUnits(request: AllocationRequest): RequestedAllocation {
  const minor = (text: string) => parseDecimal(text, minorUnits(request.currency));
  return {
    ...request,
    amountMinor: minor(request.amount),
    lines: request.lines.map((line) => ({ itemId: line.itemId, amountMinor: minor(line.amount) })),
    difference: request.difference && { kind: request.difference.kind, amountMinor: minor(request.difference.amount) },
  };
}
