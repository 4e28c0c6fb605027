import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The log of the PostgreSQL transport: what Kafka's topics are in the other one. Only the services' machinery reaches it, and it can take out
 * nothing but snapshots, which a later one of the same thing replaces, and old news: what projections are rebuilt from stays.
 */
export class CreateBus1763700000001 implements MigrationInterface {
  readonly name = 'CreateBus1763700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log (
        pos bigint generated always as identity primary key,
        event_id uuid not null,
        organisation_id uuid not null,
        topic text not null,
        name text not null,
        key text not null,
        payload text not null,
        published_at timestamptz not null
      );
      create index log_of_thing on log (topic, key, pos) where topic in ('identity.organisations', 'invoicing.customers', 'invoicing.open-items');
      create table consumer_position (consumer text primary key, pos bigint not null, moved_at timestamptz not null default now());
      grant usage on schema bus to lettrage_transport;
      grant select, insert, delete on log to lettrage_transport;
      grant select, insert, update on consumer_position to lettrage_transport;
      alter table log enable row level security;
      alter table log force row level security;
      create policy transport_reads on log for select to lettrage_transport using (true);
      create policy transport_adds on log for insert to lettrage_transport with check (true);
      create policy transport_tidies on log for delete to lettrage_transport
        using (topic in ('identity.organisations', 'invoicing.customers', 'invoicing.open-items') or topic = 'cash.figures' and published_at < now() - interval '7 days');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table log, consumer_position');
  }
}
