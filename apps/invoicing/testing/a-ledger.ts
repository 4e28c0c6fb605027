import { type AllocationRequest, allocationsRequested, customerChanged, type invoicingHttp, openItemsChanged, type OpenItemSnapshot, undoRequested } from '@lettrage/contracts';
import { says, ServiceUnderTest, type TestUser } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { invoicingSchema, startInvoicing } from '../src/index.js';

type Customer = invoicingHttp.Customer;
type OpenItem = invoicingHttp.OpenItem;
type AllocationLine = { items: (Record<string, unknown> & { entryId: string; amount: string; requestId: string; reverses: string | null })[] };

export function runInvoicing(): Promise<ServiceUnderTest> {
  return ServiceUnderTest.start(invoicingSchema, startInvoicing);
}

/** An organisation of its own in the running service: what its users and the matcher do there. */
export class Ledger {
  readonly organisationId = randomUUID();
  readonly owner: TestUser;
  private customers = 0;

  constructor(readonly test: ServiceUnderTest) {
    this.owner = test.user(this.organisationId);
  }

  async customer(name = 'Maçonnerie Guérin'): Promise<string> {
    const { status, body } = await this.owner.post<Customer>('/customers', { number: `C${++this.customers}`, name });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.customerId;
  }

  /** A negative total is a credit note. */
  async item(customerId: string, number: string, total: string, currency = 'EUR'): Promise<string> {
    const kind = total.startsWith('-') ? 'credit_note' : 'invoice';
    const { status, body } = await this.owner.post<OpenItem>('/invoices', { number, customerId, kind, issueDate: '2026-09-01', dueDate: '2026-10-01', currency, total });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.itemId;
  }

  async open(itemId: string): Promise<string> {
    return (await this.owner.get<OpenItem>(`/invoices/${itemId}`)).body.open;
  }

  /** A request as the matcher makes it, of the whole amount of a new transaction unless told otherwise. */
  request(amount: string, lines: [itemId: string, amount: string][], more: Partial<AllocationRequest> = {}): AllocationRequest {
    return {
      requestId: randomUUID(), transactionId: randomUUID(), amount, currency: 'EUR', bookingDate: '2026-10-05', customerId: null, lines: lines.map(([itemId, line]) => ({ itemId, amount: line })),
      difference: null, decidedBy: 'automatic', ...more,
    };
  }

  ask(...requests: AllocationRequest[]): Promise<void> {
    return this.test.hear(says(this.organisationId, allocationsRequested, { requests }));
  }

  undo(undoneBy: string, ...requests: AllocationRequest[]): Promise<void> {
    return this.test.hear(says(this.organisationId, undoRequested, { undos: requests.map(({ requestId, transactionId }) => ({ requestId, transactionId, undoneBy })) }));
  }

  async entriesOf(transactionId: string): Promise<AllocationLine['items']> {
    return (await this.owner.get<AllocationLine>(`/allocations?transactionId=${transactionId}`)).body.items;
  }

  async saidItems(): Promise<OpenItemSnapshot[]> {
    return (await this.test.said(this.organisationId, openItemsChanged)).flatMap(({ items }) => items);
  }

  saidCustomers() {
    return this.test.said(this.organisationId, customerChanged);
  }
}
