import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Customers, open items and the allocation ledger. The ledger is append-only: an undo is a row that reverses another.
 * `settled_before_minor` is what an invoice that came from another system had been paid there. `open_minor` of an item and `taken_minor` of a payment are sums of ledger rows, kept under the same lock; `lettrage check` compares.
 */
export class CreateInvoicing1763700100000 implements MigrationInterface {
  readonly name = 'CreateInvoicing1763700100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table customer (
        organisation_id uuid not null,
        customer_id uuid not null,
        version int not null,
        number text not null,
        name text not null,
        country char(2),
        iban text,
        vat_id text,
        payment_terms_days int,
        primary key (organisation_id, customer_id),
        constraint customer_number unique (organisation_id, number)
      );
      create index customer_name on customer (organisation_id, lower(name), customer_id);

      create table open_item (
        organisation_id uuid not null,
        item_id uuid not null,
        version int not null,
        customer_id uuid not null,
        number text not null,
        kind text not null check (kind in ('invoice', 'credit_note')),
        issue_date date not null,
        due_date date not null,
        currency char(3) not null,
        total_minor bigint not null,
        settled_before_minor bigint not null default 0,
        open_minor bigint not null,
        structured_reference text,
        order_reference text,
        primary key (organisation_id, item_id),
        foreign key (organisation_id, customer_id) references customer (organisation_id, customer_id),
        constraint open_item_number unique (organisation_id, number),
        check (case when kind = 'invoice' then open_minor between 0 and total_minor else open_minor between total_minor and 0 end)
      );
      create index open_item_due on open_item (organisation_id, due_date, item_id) where open_minor <> 0;
      create index open_item_all on open_item (organisation_id, due_date, item_id);
      create index open_item_customer on open_item (organisation_id, customer_id, due_date, item_id);

      create table payment (
        organisation_id uuid not null,
        transaction_id uuid not null,
        currency char(3) not null,
        amount_minor bigint not null,
        taken_minor bigint not null check (taken_minor between 0 and amount_minor),
        primary key (organisation_id, transaction_id)
      );

      create table ledger_entry (
        organisation_id uuid not null,
        entry_id uuid not null,
        request_id uuid not null,
        transaction_id uuid not null,
        kind text not null check (kind in ('item', 'write_off', 'on_account')),
        difference_kind text,
        item_id uuid,
        customer_id uuid not null,
        amount_minor bigint not null check (amount_minor <> 0),
        currency char(3) not null,
        effective_date date not null,
        reverses uuid,
        decided_by text not null,
        recorded_at timestamptz not null default now(),
        primary key (organisation_id, entry_id),
        check ((kind = 'item') = (item_id is not null))
      );
      create unique index ledger_entry_reversed_once on ledger_entry (organisation_id, reverses) where reverses is not null;
      create index ledger_entry_transaction on ledger_entry (organisation_id, transaction_id);
      create index ledger_entry_item on ledger_entry (organisation_id, item_id) where item_id is not null;
      create index ledger_entry_request on ledger_entry (organisation_id, request_id);
    `);
    for (const table of ['customer', 'open_item', 'payment']) for (const statement of tableRights('invoicing', table)) await runner.query(statement);
    for (const statement of tableRights('invoicing', 'ledger_entry', { organisation: 'append_only' })) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_entry, payment, open_item, customer');
  }
}
