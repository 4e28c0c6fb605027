import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Identity across formats. `transaction_alias`: under which other fingerprint a transaction is known, because a file of another format told it too.
 * `held_entry`: booked entries that may be transactions which are known already; they are neither imported nor dropped until a person has decided.
 * A superseded transaction is a bulk booking whose payments stand in its place; it keeps its fingerprint, so that it never comes again.
 */
export class RecogniseEntries1763700210000 implements MigrationInterface {
  readonly name = 'RecogniseEntries1763700210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement_file add column dialect text, add column held int not null default 0;
      comment on column statement_file.dialect is 'format and, of a CSV, its header: two files of one dialect give the same payment the same fingerprint';

      alter table transaction drop constraint transaction_status_check;
      alter table transaction add constraint transaction_status_check check (status in ('booked', 'pending', 'information', 'superseded'));
      alter table transaction add column batch jsonb;
      create index transaction_announced on transaction (organisation_id, bank_account_id, booking_date) where status = 'pending';
      create index transaction_of_batch on transaction (organisation_id, bank_account_id, amount_minor) where batch is not null;
      comment on column transaction.batch is 'of a bulk booking: where the transaction stands in it';

      create table transaction_alias (
        organisation_id uuid not null,
        bank_account_id uuid not null,
        fingerprint text not null,
        transaction_id uuid not null,
        dialect text not null,
        statement_file_id uuid not null,
        primary key (organisation_id, bank_account_id, fingerprint),
        foreign key (organisation_id, transaction_id) references transaction (organisation_id, transaction_id)
      );
      create index transaction_alias_of on transaction_alias (organisation_id, transaction_id);

      create table held_entry (
        like transaction including comments,
        candidates uuid[] not null,
        batch_of uuid,
        decision text check (decision in ('same', 'another')),
        same_as uuid,
        decided_by text,
        decided_at timestamptz,
        primary key (organisation_id, transaction_id),
        constraint held_entry_identity unique (organisation_id, bank_account_id, fingerprint),
        check ((decision is null) = (decided_at is null)),
        check ((decision = 'same') = (same_as is not null))
      );
      comment on column held_entry.transaction_id is 'the id that it will have if it is another payment';
      comment on column held_entry.batch_of is 'the bulk booking whose payments these are, as far as can be told';
      create index held_entry_of_file on held_entry (organisation_id, statement_file_id);
      create index held_entry_open on held_entry (organisation_id, transaction_id) where decision is null;
    `);
    for (const table of ['transaction_alias', 'held_entry']) for (const statement of tableRights('bank_import', table)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table held_entry, transaction_alias;
      drop index transaction_of_batch, transaction_announced;
      alter table transaction drop column batch, drop constraint transaction_status_check;
      alter table transaction add constraint transaction_status_check check (status in ('booked', 'pending', 'information'));
      alter table statement_file drop column held, drop column dialect;
    `);
  }
}
