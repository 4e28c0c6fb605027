import { type CompanyFile, CompanyFileFault, type HistoricCredit, readHistory } from '@lettrage/company-files';
import { historyRecorded, type matchingHttp, type PayloadOf } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { formatMoney } from '@lettrage/money';
import { Database, newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { Engines } from '../../engine/engines.js';
import { type StoredPayment } from '../../engine/load-engine.js';

type Result = z.infer<typeof matchingHttp.historyImportResult>;
type SettledPayment = PayloadOf<typeof historyRecorded>['payments'][number];

const perMessage = 500;

/** Confirmed payments from before the company was here: what the engine learns habits from, and the forecast delays. All lines or none. */
@Injectable()
export class ImportHistory {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async run(organisationId: string, file: CompanyFile): Promise<Result> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const customers = await tx.query<{ number: string; id: string }[]>('select number, customer_id as id from customer');
      const idOf = new Map(customers.map(({ number, id }) => [number, id]));
      let imported = 0;
      let chunk: HistoricCredit[] = [];
      for await (const credit of readHistory(file)) {
        imported += 1;
        if (credit.customerId !== null && !idOf.has(credit.customerId)) {
          throw new CompanyFileFault(`history.jsonl, credit ${imported}: there is no customer "${credit.customerId}"; import the customers first (they take a moment to arrive), or correct the id`);
        }
        chunk.push(credit);
        if (chunk.length === perMessage) {
          await store(tx, organisationId, chunk, idOf);
          chunk = [];
        }
      }
      if (chunk.length > 0) await store(tx, organisationId, chunk, idOf);
      // Only now: the file comes as slowly as its sender sends it, and nobody else shall wait for that.
      const session = await this.engines.open(tx, organisationId);
      session.outdate();
      await session.finish();
      return { imported };
    });
  }
}

async function store(tx: Transaction, organisationId: string, credits: readonly HistoricCredit[], idOf: ReadonlyMap<string, string>): Promise<void> {
  await tx.query(
    'insert into settled_payment (organisation_id, settled_payment_id, booking_date, payment) select $1, * from unnest($2::uuid[], $3::date[], $4::jsonb[])',
    [organisationId, credits.map(newId), credits.map((credit) => credit.bookingDate), credits.map((credit) => JSON.stringify(storedPayment(credit, idOf)))],
  );
  const payments = credits.flatMap((credit) => settledPayment(credit, idOf));
  if (payments.length > 0) await publish(tx, organisationId, historyRecorded, [{ payments }]);
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
