import {
  allocationsReversed, allocationsSettled, customerChanged, type EventContract, historyRecorded, type ImportedTransaction, type LedgerEntry, openItemChanged, openItemsChanged, type OpenItemSnapshot, organisationChanged,
  transactionsImported, transactionsSetAside,
} from '@lettrage/contracts';
import { formatDecimal, parseDecimal } from '@lettrage/money';
import { newId } from '@lettrage/persistence';
import { randomUUID } from 'node:crypto';
import { type Said } from './running-cash.js';

/** Says what the other services say when a company does business; keeps item versions and open amounts as the ledger would. */
export class Company {
  readonly id = randomUUID();
  /** Everything said so far, in order. */
  readonly log: Said[] = [];
  private readonly items = new Map<string, OpenItemSnapshot>();
  private readonly settled = new Map<string, LedgerEntry[]>();

  constructor(timeZone = 'Europe/Paris') {
    this.say(organisationChanged, { organisationId: this.id, version: 1, name: 'Atelier Martin', currency: 'EUR', timeZone, country: 'FR' });
  }

  customer(name: string, version = 1, customerId = randomUUID() as string): string {
    this.say(customerChanged, { customerId, version, number: `C-${name}`, name, country: 'FR', iban: null, vatId: null, paymentTermsDays: 30 });
    return customerId;
  }

  /** A negative total is a credit note. */
  item(customerId: string, total: string, issueDate: string, dueDate: string, currency = 'EUR'): string {
    const itemId = randomUUID();
    const item: OpenItemSnapshot = {
      itemId, version: 1, customerId, number: `F-${this.items.size + 1}`, kind: total.startsWith('-') ? 'credit_note' : 'invoice', issueDate, dueDate, currency, total, open: total,
      structuredReference: null, orderReference: null,
    };
    this.items.set(itemId, item);
    // Half of them were issued when an earlier build said such things.
    if (this.items.size % 2 === 0) this.say(openItemChanged, item);
    else this.say(openItemsChanged, { items: [item] });
    return itemId;
  }

  receipt(amount: string, bookingDate: string, currency = 'EUR'): string {
    const transactionId = randomUUID();
    const transaction: ImportedTransaction = {
      transactionId, reference: null, bookingDate, valueDate: null, amount, currency, counterpartyName: null, counterpartyIban: null, remittance: null, structuredReferences: [],
      endToEndId: null, bankTransactionCode: null, reversal: false, returnReason: null,
    };
    this.say(transactionsImported, { statementFileId: randomUUID(), bankAccountId: randomUUID(), transactions: [transaction] });
    return transactionId;
  }

  /** Allocates a receipt: amounts per item, per customer on account, and a write-off that the company bears (negative). */
  settle(transactionId: string, effectiveDate: string, lines: { item?: string; onAccountOf?: string; writeOffOf?: string; amount: string }[], currency = 'EUR'): void {
    const entries = lines.map(({ item, onAccountOf, writeOffOf, amount }): LedgerEntry => {
      const known = item === undefined ? undefined : this.items.get(item)!;
      return {
        entryId: randomUUID(), transactionId, kind: known ? 'item' : onAccountOf ? 'on_account' : 'write_off', itemId: item ?? null, customerId: known?.customerId ?? onAccountOf ?? writeOffOf!, amount,
        currency: known?.currency ?? currency, effectiveDate, dueDate: known?.dueDate ?? null, issueDate: known?.issueDate ?? null, reverses: null,
      };
    });
    this.settled.set(transactionId, entries);
    this.takeFromItems(entries);
    this.say(allocationsSettled, { settlements: [{ requestId: randomUUID(), transactionId, decidedBy: 'automatic', entries }] });
  }

  undo(transactionId: string, effectiveDate: string): void {
    const entries = this.settled.get(transactionId)!.map((entry): LedgerEntry => ({ ...entry, entryId: randomUUID(), amount: opposite(entry.amount), effectiveDate, reverses: entry.entryId }));
    this.takeFromItems(entries);
    this.say(allocationsReversed, { reversals: [{ requestId: randomUUID(), transactionId, undoneBy: randomUUID(), entries }] });
  }

  setAside(transactionId: string, setAside = true): void {
    this.say(transactionsSetAside, { transactions: [{ transactionId, setAside }] });
  }

  history(customerId: string, payments: { number: string; amount: string; issueDate: string; dueDate: string; paidDate: string }[]): void {
    this.say(historyRecorded, { payments: payments.map(({ paidDate, ...item }) => ({ customerId, paidDate, currency: 'EUR', items: [item] })) });
  }

  say<Payload>(contract: EventContract<Payload>, payload: Payload): void {
    this.log.push({ eventId: newId(), organisationId: this.id, contract: contract as unknown as EventContract<never>, payload });
  }

  /** What has been said since the last call. */
  news(): Said[] {
    const news = this.log.slice(this.heard);
    this.heard = this.log.length;
    return news;
  }
  private heard = 0;

  private takeFromItems(entries: readonly LedgerEntry[]): void {
    for (const { itemId, amount } of entries) {
      const item = itemId === null ? undefined : this.items.get(itemId);
      if (!item) continue;
      const next = { ...item, version: item.version + 1, open: formatDecimal(parseDecimal(item.open, 2) - parseDecimal(amount, 2), 2) };
      this.items.set(next.itemId, next);
      this.say(openItemsChanged, { items: [next] });
    }
  }
}

function opposite(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
