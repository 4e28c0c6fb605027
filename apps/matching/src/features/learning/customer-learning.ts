import { learningCorrected, type matchingHttp, sentence } from '@lettrage/contracts';
import { NotHeardOf, onceHeard, Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database, isId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type ConfirmedPayment, type Forgotten, learningOf } from '../../domain/customer-learning.js';
import { payerKey } from '../../domain/forgotten-payers.js';
import { Engines } from '../../engine/engines.js';
import { type StoredPayment } from '../../engine/load-engine.js';
import { outdatePayers } from '../../engine/look-again.js';
import { creditColumns, type CreditFacts } from '../../persistence/case-rows.js';
import { type Decision } from '../../domain/payment-case.js';
import { customerNames, itemsById } from '../../persistence/item-rows.js';

/** So many of a customer's latest payments are looked at. */
const mostPayments = 1000;
/** So many names and IBANs of one customer can be forgotten. */
const mostForgotten = 500;

/** What has been learned of a customer, for people to see and to correct. */
@Injectable()
export class CustomerLearning {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  show(organisationId: string, customerId: string): Promise<matchingHttp.CustomerLearning> {
    return onceHeard(() => this.database.inOrganisation(organisationId, (tx) => shown(tx, customerId)));
  }

  /** The engine learns no more from this name or IBAN for this customer, whatever confirmed payments say; a rebuild does not bring it back. */
  forget(organisationId: string, userId: string, customerId: string, payer: matchingHttp.ForgetBody, now: Date): Promise<matchingHttp.CustomerLearning> {
    const { kind, value } = payer;
    return this.change(organisationId, customerId, payer, async (tx) => {
      const [{ others }] = await tx.query<[{ others: number }]>('select count(*)::int as others from forgotten_payer where customer_id = $1', [customerId]);
      if (others >= mostForgotten) throw new Refused('limit_reached', sentence('forgotten_limit', { most: String(mostForgotten) }), { remedy: 'Write a rule instead' });
      await tx.query('insert into forgotten_payer (organisation_id, customer_id, kind, key, value, forgotten_by, forgotten_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing', [
        organisationId, customerId, kind, payerKey(kind, value), value, userId, now,
      ]);
    });
  }

  /** Takes a forgetting back: what was confirmed teaches again. */
  remember(organisationId: string, customerId: string, payer: matchingHttp.ForgetBody): Promise<matchingHttp.CustomerLearning> {
    const { kind, value } = payer;
    return this.change(organisationId, customerId, payer, (tx) => tx.query('delete from forgotten_payer where customer_id = $1 and kind = $2 and key = $3', [customerId, kind, payerKey(kind, value)]));
  }

  private change(organisationId: string, customerId: string, { kind, value }: matchingHttp.ForgetBody, write: (tx: Transaction) => Promise<unknown>): Promise<matchingHttp.CustomerLearning> {
    return onceHeard(() =>
      this.database.inOrganisation(organisationId, async (tx) => {
        const session = await this.engines.open(tx, organisationId);
        await mustExist(tx, customerId);
        await write(tx);
        session.outdate(); // the engine cannot unlearn: it is built anew from the lessons as they are now
        await publish(tx, organisationId, learningCorrected, [{ customerId: customerId.toLowerCase() }]);
        const learning = await shown(tx, customerId);
        const written = learning.payers.filter((payer) => payer.kind === kind && payerKey(kind, payer.value) === payerKey(kind, value)).map((payer) => payer.value);
        await outdatePayers(session, [value, ...written].map((one) => ({ counterpartyName: kind === 'name' ? one : null, counterpartyIban: kind === 'iban' ? one : null })));
        await session.finish();
        return learning;
      }),
    );
  }
}

async function mustExist(tx: Transaction, customerId: string): Promise<void> {
  if (!isId(customerId)) throw new Refused('not_found', sentence('no_customer'));
  if ((await customerNames(tx, [customerId])).size === 0) throw new NotHeardOf('not_found', sentence('no_customer'));
}

async function shown(tx: Transaction, customerId: string): Promise<matchingHttp.CustomerLearning> {
  await mustExist(tx, customerId);
  const forgotten = await tx.query<Forgotten[]>('select kind, key, value from forgotten_payer where customer_id = $1', [customerId]);
  const [rejections] = await tx.query<[{ count: number; last: string | null }]>('select count(*)::int as count, max(rejected_on) as last from rejection where customer_id = $1', [customerId]);
  return { customerId: customerId.toLowerCase(), ...learningOf(await confirmedPayments(tx, customerId), forgotten), rejections };
}

async function confirmedPayments(tx: Transaction, customerId: string): Promise<ConfirmedPayment[]> {
  const settled = await tx.query<(CreditFacts & { decision: Decision })[]>(
    `select ${creditColumns}, decision from payment_case where decided_customer_id = $1 and state = 'settled' order by booking_date desc, transaction_id desc limit $2`,
    [customerId, mostPayments],
  );
  const items = await itemsById(tx, settled.flatMap(({ decision }) => decision.lines.map(({ itemId }) => itemId)));
  const past = await tx.query<{ bookingDate: string; payment: StoredPayment }[]>(
    'select booking_date as "bookingDate", payment from settled_payment where customer_id = $1 order by booking_date desc, settled_payment_id desc limit $2',
    [customerId, mostPayments],
  );
  const here = settled.map(({ decision, remittance, ...facts }): ConfirmedPayment => ({
    ...facts, remittance: remittance ?? '', difference: decision.difference?.kind ?? null,
    items: decision.lines.flatMap(({ itemId }) => items.get(itemId) ?? []).map(({ number, dueDate }) => ({ number, dueDate })),
  }));
  const before = past.map(({ bookingDate, payment }): ConfirmedPayment => ({
    ...payment, bookingDate, difference: payment.difference?.kind ?? null, items: payment.allocations.map(({ number, dueDate }) => ({ number, dueDate })),
  }));
  return [...here, ...before].sort((a, b) => (a.bookingDate < b.bookingDate ? 1 : a.bookingDate > b.bookingDate ? -1 : 0)).slice(0, mostPayments);
}
