import { afterAll, beforeAll, expect } from '@jest/globals';
import {
  type AllocationRequest, allocationsRefused, allocationsRequested, allocationsReversed, allocationsSettled, bankAccountOpened, customerChanged, type CustomerSnapshot, type ImportedTransaction, type LedgerEntry, type matchingHttp,
  openItemsChanged, type OpenItemSnapshot, topics, transactionsImported, undoRequested,
} from '@lettrage/contracts';
import { formatDecimal, minorUnits, parseDecimal } from '@lettrage/money';
import { type Said, says, ServiceUnderTest, type TestUser } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { matchingSchema, startMatching } from '../src/index.js';

export type Entry = matchingHttp.QueueEntry;

export function runMatching(): Promise<ServiceUnderTest> {
  return ServiceUnderTest.start(matchingSchema, startMatching);
}

/** The service runs for the tests of a file, and its books are held against the laws when they are through. */
export function matchingRuns(use: (service: ServiceUnderTest) => void): void {
  let service: ServiceUnderTest;
  beforeAll(async () => use((service = await runMatching())));
  afterAll(async () => {
    expect(await service.lawsBroken()).toEqual([]);
    await service.close();
  });
}

/** An organisation of its own in the running service, and the bank and the ledger around it. */
export class Queue {
  readonly organisationId = randomUUID();
  readonly reviewer: TestUser;
  readonly accountant: TestUser;
  readonly items = new Map<string, OpenItemSnapshot>();
  private readonly lines = new Map<string, { transactionId: string; entries: LedgerEntry[] }>();
  private answered = 0;
  private undone = 0;
  private number = 0;

  constructor(readonly test: ServiceUnderTest) {
    this.reviewer = test.user(this.organisationId, 'reviewer');
    this.accountant = test.user(this.organisationId, 'accountant');
  }

  async customer(name: string, more: Partial<CustomerSnapshot> = {}): Promise<string> {
    const customerId = more.customerId ?? randomUUID();
    this.number += 1;
    await this.hear(says(this.organisationId, customerChanged, { customerId, version: 1, number: `C${this.number}`, name, country: 'FR', iban: null, vatId: null, paymentTermsDays: 30, ...more }));
    return customerId;
  }

  async bankAccount(): Promise<string> {
    const bankAccountId = randomUUID();
    await this.hear(says(this.organisationId, bankAccountOpened, { bankAccountId }));
    return bankAccountId;
  }

  async item(customerId: string, number: string, total: string, more: Partial<OpenItemSnapshot> = {}): Promise<string> {
    const item: OpenItemSnapshot = {
      itemId: randomUUID(), version: 1, customerId, number, kind: total.startsWith('-') ? 'credit_note' : 'invoice', issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', total, open: total,
      structuredReference: null, orderReference: null, ...more,
    };
    this.items.set(item.itemId, item);
    await this.hear(says(this.organisationId, openItemsChanged, { items: [item] }));
    return item.itemId;
  }

  /** The item with another open amount, in its next version. */
  async openNow(itemId: string, open: string): Promise<void> {
    await this.hear(this.nextVersion(itemId, open));
  }

  credit(amount: string, remittance: string | null, counterpartyName: string | null = null, more: Partial<ImportedTransaction> = {}): ImportedTransaction {
    return {
      transactionId: randomUUID(), reference: null, bookingDate: '2026-10-05', valueDate: null, amount, currency: 'EUR', counterpartyName, counterpartyIban: null, remittance, structuredReferences: [],
      endToEndId: null, bankTransactionCode: null, reversal: false, returnReason: null, ...more,
    };
  }

  statement(...transactions: ImportedTransaction[]): Said {
    return says(this.organisationId, transactionsImported, { statementFileId: randomUUID(), bankAccountId: randomUUID(), transactions });
  }

  /** A statement of this file and account comes in. */
  async receiveFrom({ statementFileId = randomUUID(), bankAccountId = randomUUID() }: { statementFileId?: string; bankAccountId?: string }, ...transactions: ImportedTransaction[]): Promise<void> {
    await this.hear(says(this.organisationId, transactionsImported, { statementFileId, bankAccountId, transactions }));
  }

  /** A statement comes in; what the matcher asks of the ledger is left unanswered. */
  async receive(...transactions: ImportedTransaction[]): Promise<void> {
    await this.hear(this.statement(...transactions));
  }

  hear(...messages: Said[]): Promise<void> {
    return this.test.hear(...messages);
  }

  /** What is said of waiting cases has been looked at again wherever that was asked for. */
  quiet(): Promise<void> {
    return this.test.quiet(topics.outdated);
  }

  async entry(transactionId: string): Promise<Entry> {
    const { status, body } = await this.reviewer.get<Entry>(`/queue/${transactionId}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  list(query = '', limit = 50): Promise<Entry[]> {
    return this.reviewer.all<Entry>(`/queue?${query}`, limit);
  }

  async summary(): Promise<matchingHttp.QueueSummary> {
    return (await this.reviewer.get<matchingHttp.QueueSummary>('/queue/summary')).body;
  }

  async requests(): Promise<AllocationRequest[]> {
    return (await this.test.said(this.organisationId, allocationsRequested)).flatMap(({ requests }) => requests);
  }

  /** The ledger answers all that it has been asked since the last time: yes, with new items, or no where `refuse` says why; then it takes back what it shall. */
  async ledgerAnswers(refuse: (request: AllocationRequest) => string | null = () => null): Promise<void> {
    const requests = await this.requests();
    const answers = requests.slice(this.answered).flatMap((request) => {
      const detail = refuse(request);
      if (!detail) return this.settled(request);
      return [says(this.organisationId, allocationsRefused, { refusals: [{ requestId: request.requestId, transactionId: request.transactionId, code: 'item_not_open_enough', detail }] })];
    });
    this.answered = requests.length;
    if (answers.length > 0) await this.hear(...answers);
    const undos = (await this.test.said(this.organisationId, undoRequested)).flatMap((said) => said.undos);
    const reversals = undos.slice(this.undone).flatMap(({ requestId, undoneBy }) => this.reversed(requestId, undoneBy));
    this.undone = undos.length;
    if (reversals.length > 0) await this.hear(...reversals);
  }

  private settled({ requestId, transactionId, decidedBy, lines, currency, bookingDate }: AllocationRequest): Said[] {
    const ofItems = lines.map(({ itemId, amount }): LedgerEntry => {
      const { customerId, dueDate, issueDate } = this.items.get(itemId)!;
      return { entryId: randomUUID(), transactionId, kind: 'item', itemId, customerId, amount, currency, effectiveDate: bookingDate, dueDate, issueDate, reverses: null };
    });
    const onAccount: LedgerEntry = { entryId: randomUUID(), transactionId, kind: 'on_account', itemId: null, customerId: randomUUID(), amount: '1.00', currency, effectiveDate: bookingDate, dueDate: null, issueDate: null, reverses: null };
    const entries = ofItems.length > 0 ? ofItems : [onAccount];
    this.lines.set(requestId, { transactionId, entries });
    return [...this.taken(entries, 1n), says(this.organisationId, allocationsSettled, { settlements: [{ requestId, transactionId, decidedBy, entries }] })];
  }

  private reversed(requestId: string, undoneBy: string): Said[] {
    const { transactionId, entries } = this.lines.get(requestId)!;
    const against = entries.map((entry): LedgerEntry => ({ ...entry, entryId: randomUUID(), amount: entry.amount.startsWith('-') ? entry.amount.slice(1) : `-${entry.amount}`, reverses: entry.entryId }));
    return [...this.taken(entries, -1n), says(this.organisationId, allocationsReversed, { reversals: [{ requestId, transactionId, undoneBy, entries: against }] })];
  }

  private taken(entries: readonly LedgerEntry[], sign: bigint): Said[] {
    return entries.flatMap(({ itemId, amount, currency }) => {
      if (itemId === null) return [];
      const units = minorUnits(currency);
      return [this.nextVersion(itemId, formatDecimal(parseDecimal(this.items.get(itemId)!.open, units) - sign * parseDecimal(amount, units), units))];
    });
  }

  private nextVersion(itemId: string, open: string): Said {
    const item = this.items.get(itemId)!;
    const next = { ...item, version: item.version + 1, open };
    this.items.set(itemId, next);
    return says(this.organisationId, openItemsChanged, { items: [next] });
  }
}
