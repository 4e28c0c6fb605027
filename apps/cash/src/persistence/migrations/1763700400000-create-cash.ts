import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Projections of what the other services say; each row follows from the messages alone (no clock, no generated id), so that a
 * rebuild gives the same bytes. Each can take a message twice or late: snapshots by version, entries by their id.
 * `figures` is no projection: it counts changes, and remembers which of them have been announced.
 */
export class CreateCash1763700400000 implements MigrationInterface {
  readonly name = 'CreateCash1763700400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        organisation_id uuid primary key,
        version int not null,
        currency char(3) not null,
        time_zone text not null
      );

      create table customer (
        organisation_id uuid not null,
        customer_id uuid not null,
        version int not null,
        number text not null,
        name text not null,
        primary key (organisation_id, customer_id)
      );

      create table open_item (
        organisation_id uuid not null,
        item_id uuid not null,
        version int not null,
        customer_id uuid not null,
        number text not null,
        issue_date date not null,
        due_date date not null,
        currency char(3) not null,
        total_minor bigint not null,
        open_minor bigint not null,
        primary key (organisation_id, item_id)
      );
      create index open_item_open on open_item (organisation_id, customer_id, currency, due_date) include (issue_date, open_minor, item_id) where open_minor <> 0;
      create index open_item_partly_paid on open_item (organisation_id, item_id) include (number) where open_minor <> 0 and open_minor <> total_minor;
      create index open_item_issued on open_item (organisation_id, issue_date) include (currency, total_minor);

      create table ledger_entry (
        organisation_id uuid not null,
        entry_id uuid not null,
        transaction_id uuid not null,
        kind text not null,
        item_id uuid,
        customer_id uuid not null,
        currency char(3) not null,
        amount_minor bigint not null,
        effective_date date not null,
        issue_date date,
        due_date date,
        reverses uuid,
        primary key (organisation_id, entry_id)
      );
      create index ledger_entry_effective on ledger_entry (organisation_id, effective_date);
      create index ledger_entry_in_advance on ledger_entry (organisation_id, issue_date) where kind = 'item' and effective_date < issue_date;

      create table unapplied_cash (
        organisation_id uuid not null,
        customer_id uuid not null,
        currency char(3) not null,
        amount_minor bigint not null,
        primary key (organisation_id, customer_id, currency)
      );
      create index unapplied_cash_there on unapplied_cash (organisation_id, customer_id, currency) include (amount_minor) where amount_minor <> 0;

      create table receipt (
        organisation_id uuid not null,
        transaction_id uuid not null,
        booking_date date,
        currency char(3),
        amount_minor bigint,
        taken_minor bigint not null default 0,
        set_aside boolean not null default false,
        set_aside_by_event uuid,
        primary key (organisation_id, transaction_id)
      );
      create index receipt_unidentified on receipt (organisation_id, currency) include (booking_date, amount_minor, taken_minor) where amount_minor <> taken_minor and not set_aside;

      create table item_payment (
        organisation_id uuid not null,
        payment_id text not null,
        customer_id uuid not null,
        item_key text not null,
        issue_date date not null,
        due_date date not null,
        paid_date date not null,
        amount_minor bigint not null,
        live int not null,
        primary key (organisation_id, payment_id)
      );
      create index item_payment_newest on item_payment (organisation_id, customer_id, paid_date, payment_id) where live > 0;
      create index item_payment_of_item on item_payment (organisation_id, item_key) include (paid_date) where live > 0;

      create table figures (
        organisation_id uuid primary key,
        changed bigint not null,
        balance_announced bigint not null default 0,
        forecast_announced bigint not null default 0
      );
    `);
    for (const table of projections) for (const statement of tableRights('cash', table)) await runner.query(statement);
    for (const statement of tableRights('cash', 'figures', { system: true })) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${projections.join(', ')}, figures`);
  }
}

const projections = ['organisation', 'customer', 'open_item', 'ledger_entry', 'unapplied_cash', 'receipt', 'item_payment'];
