import { type Customer, type ExpectedPayment, type IncomingTransaction, type OpenItem, type SettledTransaction } from '@lettrage/matching-engine';
import { type Transaction } from '@lettrage/persistence';
import { type CreditFacts, creditColumns } from '../persistence/case-rows.js';
import { type LearnedState } from '../persistence/learned-state.js';
import { availableMinor, reserve } from '../persistence/reserved.js';
import { itemColumns, itemsById, type ItemRow } from '../persistence/item-rows.js';
import { type ForgottenPayers, withoutForgotten } from '../domain/forgotten-payers.js';
import { type Decision, minor } from '../domain/payment-case.js';
import { readForgotten } from '../persistence/forgotten-rows.js';
import { type Engine } from './engine-thread.js';

/** The engine learns from this many of the latest confirmed payments, from before and from here; older habits have faded. */
export const mostLessons = 100_000;

export interface LoadedEngine {
  readonly engine: Engine;
  /** How many lessons its weights were made for. */
  readonly learned: number;
  /** How many it has heard since. */
  heard: number;
  /** It has learned everything from the lessons themselves. */
  readonly isWhole: boolean;
  /** What requests on their way to the ledger will take, by item. */
  readonly reserved: Map<string, bigint>;
  /** Names and IBANs that it shall not learn from. */
  readonly forgotten: ForgottenPayers;
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

export type DecidedCase = CreditFacts & { readonly decision: Decision | null };

/** Teaches a new engine what the tables know of an organisation, as the transaction sees them; of what another has learned already, only what came since. */
export async function loadEngine(tx: Transaction, engine: Engine, known?: LearnedState): Promise<LoadedEngine> {
  if (known) await engine.restore(known.learning);
  engine.putCustomers(await readCustomers(tx));
  engine.putOpenItems(engineItems(await readOpenItems(tx), new Map()));
  const requested = await readRequested(tx);
  const reserved = new Map<string, bigint>();
  reserve(reserved, requested, 1n);
  engine.expect(expected(requested));
  const forgotten = await readForgotten(tx);
  const lessons = await readLessons(tx, forgotten, mostLessons, { toldAfter: known?.told ?? null });
  engine.learn(lessons);
  return { engine, learned: known?.lessons ?? lessons.length, heard: known ? lessons.length : 0, isWhole: !known, reserved, forgotten };
}

export function readCustomers(tx: Transaction): Promise<Customer[]> {
  return tx.query('select customer_id as id, name, country, iban, vat_id as "vatId", payment_terms_days as "paymentTermsDays" from customer');
}

export function readOpenItems(tx: Transaction): Promise<ItemRow[]> {
  return tx.query(`select ${itemColumns} from open_item where open_minor <> 0`);
}

/** The cases whose request is on its way to the ledger. */
export function readRequested(tx: Transaction): Promise<DecidedCase[]> {
  return tx.query(`select ${creditColumns}, decision from payment_case where state = 'requested'`);
}

interface WhichLessons {
  /** Cases that are none. */
  readonly without?: readonly string[];
  /** Only those told after this number; null for all. */
  readonly toldAfter?: number | null;
}

/** The latest lessons, `most` of them: settled cases, those that people set aside, and uploaded history. */
export async function readLessons(tx: Transaction, forgotten: ForgottenPayers, most: number, { without = [], toldAfter = null }: WhichLessons = {}): Promise<readonly SettledTransaction[]> {
  const decided = await tx.query<DecidedCase[]>(
    `select ${creditColumns}, decision from payment_case c where (state = 'settled' or (state = 'set_aside' and decided_by <> 'automatic')) and ($2::uuid[] = '{}' or transaction_id <> all ($2)) and ($3::int is null or lesson_no > $3)
       and not exists (select from returned_credit r where r.organisation_id = c.organisation_id and r.transaction_id = c.transaction_id) order by booking_date desc, transaction_id desc limit $1`,
    [most, without, toldAfter],
  );
  const itemOf = await itemsById(tx, decided.flatMap((row) => row.decision?.lines.map((line) => line.itemId) ?? []));
  const past = await tx.query<{ bookingDate: string; payment: StoredPayment }[]>(
    'select booking_date as "bookingDate", payment from settled_payment order by booking_date desc, settled_payment_id desc limit $1',
    [toldAfter === null ? Math.max(0, most - decided.length) : 0],
  );
  return withoutForgotten([...past.map(({ bookingDate, payment }) => lessonOfPast(bookingDate, payment)), ...lessonsOf(decided, itemOf)].filter(holds), forgotten);
}

export function incoming(row: CreditFacts): IncomingTransaction {
  const { transactionId: id, bookingDate, amountMinor, currency, counterpartyName, counterpartyIban, ultimateDebtorName, endToEndId, remittance, structuredReferences, reversal } = row;
  return { id, bookingDate, amount: { minor: amountMinor, currency }, counterpartyName, counterpartyIban, ultimateDebtorName, endToEndId, remittance: remittance ?? '', structuredReferences, reversal };
}

/** Decided cases as the engine learns from them; one without a decision was set aside: it paid no invoice. */
export function lessonsOf(decided: readonly DecidedCase[], itemOf: ReadonlyMap<string, ItemRow>): SettledTransaction[] {
  return decided.map((row) => {
    const { customerId, lines, difference } = row.decision ?? { customerId: null, lines: [], difference: null };
    const known = lines.flatMap((line) => itemOf.get(line.itemId) ?? []);
    return {
      ...incoming(row),
      customerId: known[0]?.customerId ?? customerId,
      allocations: lines.flatMap((line) => {
        const item = itemOf.get(line.itemId);
        return item ? [allocationOf(item, minor(line.amount, row.currency))] : [];
      }),
      difference: difference && { kind: difference.kind, amountMinor: minor(difference.amount, row.currency) },
    };
  });
}

/** What is part of a document is so whenever it is learned: the books may show the document no more. */
function allocationOf({ number, totalMinor, issueDate, dueDate }: ItemRow, amountMinor: bigint): SettledTransaction['allocations'][number] {
  return { invoiceNumber: number, amountMinor, issueDate, dueDate, part: amountMinor !== totalMinor };
}

/** The engine hears the lessons of a day in the order of their ids: what the bank said, so that the same history teaches the same wherever it is uploaded. */
function lessonOfPast(bookingDate: string, payment: StoredPayment): SettledTransaction {
  const { currency, amount, allocations, difference, reference, ...facts } = payment;
  return {
    ...facts,
    id: [reference, facts.remittance, amount, facts.counterpartyName].join(' '),
    bookingDate,
    amount: { minor: minor(amount, currency), currency },
    allocations: allocations.map(({ number, amount: closed, issueDate, dueDate }) => ({ invoiceNumber: number, amountMinor: minor(closed, currency), issueDate, dueDate })),
    difference: difference && { kind: difference.kind, amountMinor: minor(difference.amount, currency) },
  };
}

/** Decided credits as the engine expects them in the books. */
export function expected(decided: readonly DecidedCase[]): ExpectedPayment[] {
  return decided.flatMap(({ bookingDate, amountMinor, currency, decision }) =>
    decision && isHeld(amountMinor)
      ? [{ bookingDate, amount: { minor: amountMinor, currency }, allocations: decision.lines.map(({ itemId, amount }) => ({ itemId, amountMinor: minor(amount, currency) })) }]
      : [],
  );
}

/** Items as the engine sees them: with what is left for new decisions. */
export function engineItems(items: readonly ItemRow[], reserved: ReadonlyMap<string, bigint>): OpenItem[] {
  return items
    .filter(({ totalMinor }) => isHeld(totalMinor))
    .map((item) => {
      const { id, number, customerId, kind, issueDate, dueDate, currency, totalMinor, structuredReference, orderReference } = item;
      return { id, number, customerId, kind, issueDate, dueDate, currency, totalMinor, openMinor: availableMinor(item.openMinor, reserved.get(id) ?? 0n), structuredReference, orderReference };
    });
}

/** The engine counts in doubles and refuses what they do not hold exactly (2^53): such an amount is for a person. */
export function isHeld(amountMinor: bigint): boolean {
  return Number.isSafeInteger(Number(amountMinor));
}

function holds({ amount, allocations }: SettledTransaction): boolean {
  return isHeld(amount.minor) && allocations.every(({ amountMinor }) => isHeld(amountMinor));
}

