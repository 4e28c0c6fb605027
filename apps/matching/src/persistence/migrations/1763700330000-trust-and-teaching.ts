import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What may be allocated unattended, what came of it, what accountants rule, and what shall be forgotten. `automatic_outcome` outlives an undo, so that
 * the counters of `automatic_count` follow from the cases. The customer is a column because behind row-level security no index on an expression is trusted.
 */
export class TrustAndTeaching1763700330000 implements MigrationInterface {
  readonly name = 'TrustAndTeaching1763700330000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payment_case
        add column bank_account_id uuid,
        add column remarks jsonb,
        add column automatic_on date,
        add column automatic_band smallint,
        add column automatic_method text,
        add column automatic_outcome text check (automatic_outcome in ('made', 'undone')),
        add column seen_at timestamptz,
        add column seen_by text,
        add column decided_customer_id uuid generated always as ((decision ->> 'customerId')::uuid) stored,
        drop constraint payment_case_waiting_because_check,
        add constraint payment_case_waiting_because_check check (waiting_because in ('unsure', 'no_candidate', 'refused', 'undone', 'policy'));
      alter table settled_payment add column customer_id uuid generated always as ((payment ->> 'customerId')::uuid) stored;

      create table automatic_count (
        organisation_id uuid not null,
        made_on date not null,
        band smallint not null,
        method text not null,
        made int not null,
        undone int not null check (undone between 0 and made),
        primary key (organisation_id, made_on, band, method)
      ) with (fillfactor = 70);

      create table allocation_policy (
        organisation_id uuid not null,
        bank_account_id uuid not null,
        policy jsonb not null,
        updated_by text not null,
        updated_at timestamptz not null,
        primary key (organisation_id, bank_account_id)
      );
      create table rule (
        organisation_id uuid not null,
        rule_id uuid not null,
        version int not null,
        active boolean not null,
        rule jsonb not null,
        created_by text not null,
        created_at timestamptz not null,
        changed_by text not null,
        changed_at timestamptz not null,
        primary key (organisation_id, rule_id)
      );
      create table rule_version (
        organisation_id uuid not null,
        rule_id uuid not null,
        version int not null,
        active boolean not null,
        rule jsonb not null,
        changed_by text not null,
        changed_at timestamptz not null,
        removed boolean not null,
        primary key (organisation_id, rule_id, version)
      );
      create table forgotten_payer (
        organisation_id uuid not null,
        customer_id uuid not null,
        kind text not null check (kind in ('name', 'iban')),
        key text not null,
        value text not null,
        forgotten_by text not null,
        forgotten_at timestamptz not null,
        primary key (organisation_id, customer_id, kind, key)
      );
      create table rejection (
        organisation_id uuid not null,
        customer_id uuid not null,
        transaction_id uuid not null,
        decision_key text not null,
        rejected_on date not null,
        primary key (organisation_id, customer_id, transaction_id, decision_key)
      );
    `);
    for (const table of ['automatic_count', 'allocation_policy', 'rule', 'forgotten_payer', 'rejection']) for (const statement of tableRights('matching', table)) await runner.query(statement);
    for (const statement of tableRights('matching', 'rule_version', { organisation: 'append_only' })) await runner.query(statement);
    await this.countWhatWasMade(runner);
    await runner.query(`
      create index payment_case_to_glance_at on payment_case (organisation_id, decided_at desc, transaction_id desc) include (statement_file_id) where state = 'settled' and decided_by = 'automatic' and seen_at is null;
      create index payment_case_glanced_at on payment_case (organisation_id, decided_at desc, transaction_id desc) where state = 'settled' and decided_by = 'automatic' and seen_at is not null;
      create index payment_case_latest on payment_case (organisation_id, booking_date desc, transaction_id desc);
      create index payment_case_customer on payment_case (organisation_id, decided_customer_id, booking_date desc) where state = 'settled';
      create index settled_payment_customer on settled_payment (organisation_id, customer_id, booking_date desc);
    `);
  }

  /** Of what was allocated before, what still stands: what was undone has left no trace in its case. */
  private async countWhatWasMade(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update payment_case c set automatic_on = (c.decided_at at time zone 'UTC')::date, automatic_outcome = case c.state when 'settled' then 'made' end,
        automatic_band = case when n.confidence >= 0.999 then 999 when n.confidence >= 0.995 then 995 when n.confidence >= 0.99 then 990 when n.confidence >= 0.97 then 970 when n.confidence >= 0.95 then 950 else 0 end,
        automatic_method = case
          when n.code in ('reference_structured', 'reference_exact', 'reference_end_to_end', 'reference_range', 'order_number') then 'reference'
          when n.code like 'reference%' or n.code = 'order_one_slip' then 'part_of_reference'
          when n.lines > 1 then 'sum' when n.code like 'iban%' then 'iban' when n.code like 'name%' or n.code = 'customer_named' then 'name' when n.code = 'amount_equal' then 'amount' else 'other' end
      from (select organisation_id, transaction_id, coalesce((proposals -> 0 ->> 'confidence')::numeric, 1) as confidence, coalesce(proposals -> 0 -> 'reasons' -> 0 ->> 'code', '') as code,
                   jsonb_array_length(decision -> 'lines') as lines from payment_case where state in ('requested', 'settled') and decided_by = 'automatic') n
      where n.organisation_id = c.organisation_id and n.transaction_id = c.transaction_id;
      insert into automatic_count select organisation_id, automatic_on, automatic_band, automatic_method, count(*), 0 from payment_case where automatic_outcome = 'made' group by 1, 2, 3, 4;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table rejection, forgotten_payer, rule_version, rule, allocation_policy, automatic_count;
      drop index payment_case_to_glance_at, payment_case_glanced_at, payment_case_latest, payment_case_customer, settled_payment_customer;
      update payment_case set waiting_because = 'unsure' where waiting_because = 'policy';
      alter table settled_payment drop column customer_id;
      alter table payment_case drop constraint payment_case_waiting_because_check, add constraint payment_case_waiting_because_check check (waiting_because in ('unsure', 'no_candidate', 'refused', 'undone')),
        drop column bank_account_id, drop column remarks, drop column automatic_on, drop column automatic_band, drop column automatic_method, drop column automatic_outcome, drop column seen_at,
        drop column seen_by, drop column decided_customer_id;
    `);
  }
}
