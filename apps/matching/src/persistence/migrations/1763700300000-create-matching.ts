import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The matcher's own copies of customers and open items, each credit's case on its way to being settled, and the confirmed payments
 * of the past. `organisation_state` is one row an organisation: its lock serialises decisions, its version tells whether an engine
 * in memory still knows what the tables say, its counters spare a count over all cases.
 */
export class CreateMatching1763700300000 implements MigrationInterface {
  readonly name = 'CreateMatching1763700300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation_state (
        organisation_id uuid primary key,
        engine_version bigint not null default 0,
        waiting int not null default 0,
        requested int not null default 0,
        settled_automatically int not null default 0,
        settled_by_people int not null default 0,
        set_aside int not null default 0
      );

      create table customer (
        organisation_id uuid not null,
        customer_id uuid not null,
        version int not null,
        number text not null,
        name text not null,
        country text,
        iban text,
        vat_id text,
        payment_terms_days int,
        primary key (organisation_id, customer_id)
      );
      create index customer_number on customer (organisation_id, number);

      create table open_item (
        organisation_id uuid not null,
        item_id uuid not null,
        version int not null,
        customer_id uuid not null,
        number text not null,
        kind text not null,
        issue_date date not null,
        due_date date not null,
        currency char(3) not null,
        total_minor bigint not null,
        open_minor bigint not null,
        structured_reference text,
        order_reference text,
        primary key (organisation_id, item_id)
      ) with (fillfactor = 60);
      create index open_item_open on open_item (organisation_id, item_id) where open_minor <> 0;

      create table payment_case (
        organisation_id uuid not null,
        transaction_id uuid not null,
        statement_file_id uuid not null,
        version int not null default 1,
        state text not null check (state in ('waiting', 'requested', 'settled', 'set_aside')),
        reference text,
        booking_date date not null,
        amount_minor bigint not null check (amount_minor > 0),
        currency char(3) not null,
        counterparty_name text,
        counterparty_iban text,
        remittance text,
        structured_references text[] not null,
        end_to_end_id text,
        reversal boolean not null,
        waiting_because text check (waiting_because in ('unsure', 'no_candidate', 'refused', 'undone')),
        refusal jsonb,
        request_id uuid,
        decision jsonb,
        decided_by text,
        decided_at timestamptz,
        proposals jsonb not null default '[]',
        rejected text[] not null default '{}',
        primary key (organisation_id, transaction_id),
        check ((state in ('requested', 'settled')) = (request_id is not null)),
        check ((state = 'waiting') = (waiting_because is not null))
      ) with (fillfactor = 80);
      create index payment_case_queue on payment_case (organisation_id, state, booking_date, transaction_id);
      create index payment_case_file on payment_case (organisation_id, statement_file_id, state);

      create table settled_payment (
        organisation_id uuid not null,
        settled_payment_id uuid not null,
        booking_date date not null,
        payment jsonb not null,
        primary key (organisation_id, settled_payment_id)
      );
      create index settled_payment_date on settled_payment (organisation_id, booking_date desc);
    `);
    for (const table of ['organisation_state', 'customer', 'open_item', 'payment_case', 'settled_payment']) for (const statement of tableRights('matching', table)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table settled_payment, payment_case, open_item, customer, organisation_state');
  }
}
