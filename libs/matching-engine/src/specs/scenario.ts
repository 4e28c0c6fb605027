import { parseDecimal, formatDecimal } from '@lettrage/money';
import { MatchingEngine, reasonText, type Customer, type DifferenceKind, type IncomingTransaction, type OpenItem, type Proposal, type Reason, type SettledTransaction } from '../index.js';

/** What a spec says about a world, in the words of its trade; everything not said is plain and the same everywhere. */
export function customer(id: string, name: string, more: Partial<Customer> = {}): Customer {
  return { id, name, country: 'FR', iban: null, vatId: null, paymentTermsDays: 30, ...more };
}

export function invoice(number: string, customerId: string, open: string, more: Partial<OpenItem> & { total?: string } = {}): OpenItem {
  const { total, ...rest } = more;
  return {
    id: number,
    number,
    customerId,
    kind: 'invoice',
    issueDate: '2026-09-01',
    dueDate: '2026-10-01',
    currency: 'EUR',
    totalMinor: parseDecimal(total ?? open, 2),
    openMinor: parseDecimal(open, 2),
    structuredReference: null,
    orderReference: null,
    ...rest,
  };
}

export function creditNote(number: string, customerId: string, open: string, more: Partial<OpenItem> = {}): OpenItem {
  return invoice(number, customerId, open, { kind: 'credit_note', ...more });
}

let serial = 0;

export function credit(amount: string, payer: string | null, remittance: string, more: Partial<IncomingTransaction> = {}): IncomingTransaction {
  serial += 1;
  return {
    id: `T${serial}`,
    bookingDate: '2026-10-05',
    amount: { minor: parseDecimal(amount, 2), currency: 'EUR' },
    counterpartyName: payer,
    counterpartyIban: null,
    endToEndId: null,
    remittance,
    structuredReferences: [],
    ...more,
  };
}

export interface Paid {
  readonly items?: Readonly<Record<string, string>>;
  readonly of?: string | null;
  readonly less?: readonly [DifferenceKind, string];
}

/** A credit of the past: `items` closed, for the customer `of`, with a difference. */
export function settled(transaction: IncomingTransaction, { items = {}, of = null, less }: Paid): SettledTransaction {
  return {
    ...transaction,
    customerId: of,
    allocations: Object.entries(items).map(([invoiceNumber, amount]) => ({ invoiceNumber, amountMinor: parseDecimal(amount, 2), issueDate: '2026-07-01', dueDate: '2026-07-31' })),
    difference: less ? { kind: less[0], amountMinor: parseDecimal(less[1], 2) } : null,
  };
}

export interface World {
  readonly customers: readonly Customer[];
  readonly items: readonly OpenItem[];
  readonly history?: readonly SettledTransaction[];
}

export function engineFor({ customers, items, history = [] }: World): MatchingEngine {
  const engine = new MatchingEngine();
  engine.putCustomers(customers);
  engine.putOpenItems(items);
  engine.learn(history);
  return engine;
}

/** The first proposal as a spec reads it: "F1=100.00 F2=20.00", "bank_fee 5.00". */
export function shown(proposal: Proposal): { decision: string; pays: string; difference: string } {
  return {
    decision: proposal.decision,
    pays: proposal.allocations.map(({ itemId, amountMinor }) => `${itemId}=${formatDecimal(amountMinor, 2)}`).sort().join(' '),
    difference: proposal.difference ? `${proposal.difference.kind} ${formatDecimal(proposal.difference.amountMinor, 2)}` : '',
  };
}

/** The reasons, each with its sentence. */
export function said({ reasons }: Pick<Proposal, 'reasons'>): (Reason & { readonly text: string })[] {
  return reasons.map((reason) => ({ code: reason.code, text: reasonText(reason), params: reason.params }));
}

export function decideOne(world: World, transaction: IncomingTransaction): Proposal {
  return engineFor(world).decide([transaction])[0]!;
}
