import { type Customer, type IncomingTransaction, MatchingEngine, type SettledTransaction } from '@lettrage/matching-engine';
import { minorUnits, parseDecimal } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { caseColumns, type CaseRow } from '../persistence/case-rows.js';
import { itemColumns, itemsById, type ItemRow } from '../persistence/item-rows.js';
import { type Decision } from '../domain/payment-case.js';
import { Reservations } from './reservations.js';

/** The engine learns from this many of the latest confirmed payments, from before and from here; older habits have faded. */
const mostLessons = 200_000;

export interface LoadedEngine {
  readonly engine: MatchingEngine;
  readonly reservations: Reservations;
}

/** A confirmed payment as it was uploaded: amounts are decimal strings of its currency. */
export interface StoredPayment {
  readonly reference: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly endToEndId: string | null;
  readonly remittance: string;
  readonly structuredReferences: readonly string[];
  readonly customerId: string | null;
  readonly allocations: readonly { readonly number: string; readonly amount: string; readonly issueDate: string; readonly dueDate: string }[];
  readonly difference: { readonly kind: NonNullable<SettledTransaction['difference']>['kind']; readonly amount: string } | null;
}

/** Builds an organisation's engine from the tables, as the transaction sees them. */
export async function loadEngine(tx: Transaction): Promise<LoadedEngine> {
  const engine = new MatchingEngine();
  const reservations = new Reservations();
  engine.putCustomers(await tx.query<Customer[]>('select customer_id as id, name, country, iban, vat_id as "vatId", payment_terms_days as "paymentTermsDays" from customer'));

  const requested = await tx.query<{ currency: string; decision: Decision }[]>(`select currency, decision from payment_case where state = 'requested'`);
  for (const { currency, decision } of requested) for (const line of decision.lines) reservations.add(line.itemId, minor(line.amount, currency));
  const items = await tx.query<ItemRow[]>(`select ${itemColumns} from open_item where open_minor <> 0`);
  engine.putOpenItems(items.map((item) => ({ ...item, openMinor: reservations.available(item.id, item.openMinor) })));

  const settled = await tx.query<CaseRow[]>(`select ${caseColumns} from payment_case where state = 'settled' order by booking_date desc, transaction_id desc limit $1`, [mostLessons]);
  const itemOf = await itemsById(tx, settled.flatMap((row) => row.decision!.lines.map((line) => line.itemId)));
  const past = await tx.query<{ id: string; bookingDate: string; payment: StoredPayment }[]>(
    'select settled_payment_id as id, booking_date as "bookingDate", payment from settled_payment order by booking_date desc, settled_payment_id desc limit $1',
    [Math.max(0, mostLessons - settled.length)],
  );
  const lessons = [...past.map(({ id, bookingDate, payment }) => lessonOfPast(id, bookingDate, payment)), ...settled.map((row) => lessonOfCase(row, itemOf))];
  // One order for every build, whichever way the lessons came.
  lessons.sort((a, b) => (a.bookingDate < b.bookingDate ? -1 : a.bookingDate > b.bookingDate ? 1 : a.id < b.id ? -1 : 1));
  engine.learn(lessons);
  return { engine, reservations };
}

export function incoming(row: CaseRow): IncomingTransaction {
  const { transactionId: id, bookingDate, amountMinor, currency, counterpartyName, counterpartyIban, endToEndId, remittance, structuredReferences, reversal } = row;
  return { id, bookingDate, amount: { minor: amountMinor, currency }, counterpartyName, counterpartyIban, endToEndId, remittance: remittance ?? '', structuredReferences, reversal };
}

/** A settled case as the engine learns from it. */
export function lessonOfCase(row: CaseRow, itemOf: ReadonlyMap<string, ItemRow>): SettledTransaction {
  const { customerId, lines, difference } = row.decision!;
  const known = lines.flatMap((line) => itemOf.get(line.itemId) ?? []);
  return {
    ...incoming(row),
    customerId: known[0]?.customerId ?? customerId,
    allocations: lines.flatMap((line) => {
      const item = itemOf.get(line.itemId);
      return item ? [{ invoiceNumber: item.number, amountMinor: minor(line.amount, row.currency), issueDate: item.issueDate, dueDate: item.dueDate }] : [];
    }),
    difference: difference && { kind: difference.kind, amountMinor: minor(difference.amount, row.currency) },
  };
}

function lessonOfPast(id: string, bookingDate: string, payment: StoredPayment): SettledTransaction {
  const { currency, amount, allocations, difference, reference: _reference, ...facts } = payment;
  return {
    ...facts,
    id,
    bookingDate,
    amount: { minor: minor(amount, currency), currency },
    allocations: allocations.map(({ number, amount: closed, issueDate, dueDate }) => ({ invoiceNumber: number, amountMinor: minor(closed, currency), issueDate, dueDate })),
    difference: difference && { kind: difference.kind, amountMinor: minor(difference.amount, currency) },
  };
}

export function minor(text: string, currency: string): bigint {
  return parseDecimal(text, minorUnits(currency));
}
