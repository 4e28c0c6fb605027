import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The log of the PostgreSQL transport: what Kafka's topics are in the other one. Only the services' machinery reaches it. */
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
      create table consumer_position (consumer text primary key, pos bigint not null, moved_at timestamptz not null default now());
      grant usage on schema bus to lettrage_transport;
      grant select, insert on log to lettrage_transport;
      grant select, insert, update on consumer_position to lettrage_transport;
      alter table log enable row level security;
      alter table log force row level security;
      create policy transport on log to lettrage_transport using (true) with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table log, consumer_position');
  }
}
