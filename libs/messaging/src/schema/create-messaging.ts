import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The tables that every service's schema has: what it will say, what it has heard, and what it could not handle. What was heard is kept for
 * ever: the log is, and a group whose place was lost hears it all again. A message lies parked once, however often it comes; its bytes stand in
 * `original` where they are no text that PostgreSQL can hold.
 */
export class CreateMessaging1763700000000 implements MigrationInterface {
  readonly name = 'CreateMessaging1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    const schema = (runner.connection.options as { schema: string }).schema;
    await runner.query(`
      create table outbox (
        seq bigint generated always as identity primary key,
        event_id uuid not null default uuidv7(),
        organisation_id uuid not null,
        topic text not null,
        name text not null,
        key text not null,
        payload text not null,
        published_at timestamptz not null default now()
      );
      create table inbox (
        consumer text not null,
        event_id uuid not null,
        organisation_id uuid not null,
        handled_at timestamptz not null default now(),
        primary key (organisation_id, consumer, event_id)
      );
      create table parked_message (
        parked_id uuid primary key default uuidv7(),
        consumer text not null,
        organisation_id uuid,
        topic text not null,
        name text,
        event_id uuid,
        key text not null,
        payload text not null,
        original bytea,
        position text not null,
        published_at timestamptz,
        reason text not null,
        attempts int not null,
        parked_at timestamptz not null default now(),
        replay_asked_at timestamptz,
        replayed_at timestamptz
      );
      create unique index parked_once on parked_message (consumer, position, md5(payload)) where replayed_at is null;
      create function wake_relay() returns trigger language plpgsql as $$ begin perform pg_notify('lettrage_outbox', tg_table_schema); return null; end $$;
      create trigger wake_relay after insert on outbox for each statement execute function wake_relay();
    `);
    // What is said and heard is written in the transaction of the state or the effect, which sees one organisation; the rest is the machinery's.
    for (const table of ['outbox', 'inbox']) for (const statement of tableRights(schema, table, { organisation: 'append_only', system: true })) await runner.query(statement);
    for (const statement of tableRights(schema, 'parked_message', { organisation: 'none', system: true })) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox, inbox, parked_message; drop function wake_relay');
  }
}
