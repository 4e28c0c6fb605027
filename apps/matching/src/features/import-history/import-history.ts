import { type CompanyFile, CompanyFileFault, companySentence, type HistoricCredit, readHistory } from '@lettrage/company-files';
import { historyRecorded, type matchingHttp, type PayloadOf } from '@lettrage/contracts';
import { onceHeard } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { formatMoney } from '@lettrage/money';
import { Database, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { type z } from 'zod';
import { Engines } from '../../engine/engines.js';
import { type StoredPayment } from '../../engine/load-engine.js';
import { outdateQueue } from '../../engine/look-again.js';

type Result = z.infer<typeof matchingHttp.historyImportResult>;
type SettledPayment = PayloadOf<typeof historyRecorded>['payments'][number];

const perMessage = 500;

/** The namespace of credits of the past (RFC 9562, version 5): an id that follows from what the line says. */
const namespace = '6f1d7f3e-6a0c-4f0e-9a55-5a2a0c3b7d10';

/**
 * Confirmed payments from before the company was here: what the engine learns habits from, and the forecast delays. All lines or none. A line that
 * an earlier file has brought teaches nothing twice; equal lines of one file are genuine twins.
 */
@Injectable()
export class ImportHistory {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async run(organisationId: string, file: CompanyFile): Promise<Result> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const customers = new Customers(tx);
      const store = new HistoryStore(tx, organisationId, customers.idOf);
      let place = 0;
      let imported = 0;
      let chunk: HistoricCredit[] = [];
      for await (const credit of readHistory(file)) {
        place += 1;
        if (credit.customerId !== null) await customers.mustBeThere(credit.customerId, place);
        chunk.push(credit);
        if (chunk.length === perMessage) {
          imported += await store.add(chunk);
          chunk = [];
        }
      }
      if (chunk.length > 0) imported += await store.add(chunk);
      // Only now: the file comes as slowly as its sender sends it, and nobody else shall wait for that.
      const session = await this.engines.open(tx, organisationId);
      session.outdate();
      if (imported > 0) await outdateQueue(session);
      await session.finish();
      return { imported };
    });
  }
}

/** The organisation's customers by their numbers; those imported just before the history may still be on their way. */
class Customers {
  readonly idOf = new Map<string, string>();

  constructor(private readonly tx: Transaction) {}

  async mustBeThere(number: string, place: number): Promise<void> {
    if (this.idOf.has(number)) return;
    await onceHeard(() => this.look(number, place), (error) => error instanceof CompanyFileFault);
  }

  private async look(number: string, place: number): Promise<void> {
    for (const customer of await this.tx.query<{ number: string; id: string }[]>('select number, customer_id as id from customer')) this.idOf.set(customer.number, customer.id);
    if (this.idOf.has(number)) return;
    throw new CompanyFileFault('customer_not_listed', 'history.jsonl', { record: place, field: 'customer_id' }, companySentence('company_customer_unknown', { quoted: number }), 'import the customers first, or correct the id', number.slice(0, 60));
  }
}

class HistoryStore {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly tx: Transaction,
    private readonly organisationId: string,
    private readonly idOf: ReadonlyMap<string, string>,
  ) {}

  /** Stores the credits that are new, and says so; how many these are. */
  async add(credits: readonly HistoricCredit[]): Promise<number> {
    const rows = credits.map((credit) => {
      const payment = JSON.stringify(storedPayment(credit, this.idOf));
      return { id: this.nextId(`${credit.bookingDate} ${payment}`), credit, payment };
    });
    const stored = await this.tx.query<{ id: string }[]>(
      `insert into settled_payment (organisation_id, settled_payment_id, booking_date, payment) select $1, * from unnest($2::uuid[], $3::date[], $4::jsonb[])
       on conflict do nothing returning settled_payment_id as id`,
      [this.organisationId, rows.map(({ id }) => id), rows.map(({ credit }) => credit.bookingDate), rows.map(({ payment }) => payment)],
    );
    const fresh = new Set(stored.map(({ id }) => id));
    const payments = rows.filter(({ id }) => fresh.has(id)).flatMap(({ credit }) => settledPayment(credit, this.idOf));
    if (payments.length > 0) await publish(this.tx, this.organisationId, historyRecorded, [{ payments }]);
    return fresh.size;
  }

  /** The same for the same line, but for how often the file has had it before. */
  private nextId(line: string): string {
    const id = v5(line, namespace);
    const before = this.seen.get(id) ?? 0;
    this.seen.set(id, before + 1);
    return before === 0 ? id : v5(String(before), id);
  }
}

function storedPayment(credit: HistoricCredit, idOf: ReadonlyMap<string, string>): StoredPayment {
  const { bookingDate: _bookingDate, amount, customerId, allocations, difference, ...facts } = credit;
  const decimal = (minor: bigint) => formatMoney({ minor, currency: amount.currency });
  return {
    ...facts, amount: formatMoney(amount), currency: amount.currency, customerId: customerId && idOf.get(customerId)!,
    allocations: allocations.map((line) => ({ number: line.invoice, amount: decimal(line.amountMinor), issueDate: line.issueDate, dueDate: line.dueDate })),
    difference: difference && { kind: difference.kind, amount: decimal(difference.amountMinor) },
  };
}

function settledPayment(credit: HistoricCredit, idOf: ReadonlyMap<string, string>): SettledPayment[] {
  if (credit.customerId === null || credit.allocations.length === 0) return [];
  const { currency } = credit.amount;
  const items = credit.allocations.map((line) => ({ number: line.invoice, amount: formatMoney({ minor: line.amountMinor, currency }), issueDate: line.issueDate, dueDate: line.dueDate }));
  return [{ customerId: idOf.get(credit.customerId)!, paidDate: credit.bookingDate, currency, items }];
}
