import { customerChanged, type CustomerSnapshot } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { newestVersions } from '../../domain/newest.js';
import { columns } from '../../persistence/columns.js';
import { noteOrganisation } from '../../persistence/note-change.js';

/** Names and numbers for the rows of the aged balance. They move no figure, so nothing is announced. */
@Injectable()
export class FollowCustomers implements MessageHandler<CustomerSnapshot> {
  readonly contract = customerChanged;

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<CustomerSnapshot>[]): Promise<void> {
    const customers = newestVersions(messages.map(({ payload }) => payload), ({ customerId }) => customerId);
    await tx.query(
      `insert into customer (organisation_id, customer_id, version, number, name)
       select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::text[])
       on conflict (organisation_id, customer_id) do update set version = excluded.version, number = excluded.number, name = excluded.name where excluded.version > customer.version`,
      [organisationId, ...columns(customers, ['customerId', 'version', 'number', 'name'])],
    );
    await noteOrganisation(tx, organisationId);
  }
}
