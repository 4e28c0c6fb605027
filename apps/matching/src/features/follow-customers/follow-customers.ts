import { customerChanged, type CustomerSnapshot } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { noteNews } from '../../engine/look-again.js';
import { latestById } from '../../domain/latest-snapshots.js';

/** Keeps the matcher's copy of customers. An older snapshot than the one at hand changes nothing. */
@Injectable()
export class FollowCustomers implements MessageHandler<CustomerSnapshot> {
  readonly contract = customerChanged;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<CustomerSnapshot>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const latest = latestById(messages.map((message) => message.payload), (customer) => customer.customerId);
    const changed = await tx.query<{ id: string; news: 'new' | 'other' | null }[]>(
      `insert into customer (organisation_id, customer_id, version, number, name, country, iban, vat_id, payment_terms_days)
       select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[])
       on conflict (organisation_id, customer_id) do update set version = excluded.version, number = excluded.number, name = excluded.name, country = excluded.country, iban = excluded.iban,
         vat_id = excluded.vat_id, payment_terms_days = excluded.payment_terms_days
       where excluded.version > customer.version returning customer_id as id,
         case when old.customer_id is null then 'new' when (new.name, new.country, new.iban, new.vat_id) is distinct from (old.name, old.country, old.iban, old.vat_id) then 'other' end as news`,
      [
        organisationId, latest.map((c) => c.customerId), latest.map((c) => c.version), latest.map((c) => c.number), latest.map((c) => c.name), latest.map((c) => c.country), latest.map((c) => c.iban),
        latest.map((c) => c.vatId), latest.map((c) => c.paymentTermsDays),
      ],
    );
    const ids = new Set(changed.map(({ id }) => id));
    const told = latest.filter((c) => ids.has(c.customerId)).map(({ customerId: id, name, country, iban, vatId, paymentTermsDays }) => ({ id, name, country, iban, vatId, paymentTermsDays }));
    if (told.length > 0) session.tell((engine) => engine.putCustomers(told));
    await noteNews(session, changed.flatMap(({ id, news }) => (news ? [{ id, saidOf: news === 'other' ? id : null }] : [])));
    await session.finish();
  }
}
