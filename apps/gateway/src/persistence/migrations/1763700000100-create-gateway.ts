import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who may come in. What must be found before the organisation is known (a session, a token, a link, an e-mail address) has a key that does
 * not begin with the organisation: a secret's hash, which says nothing to who does not hold the secret. People are nobody's rows: they exist
 * once whatever they are members of, and an organisation sees name and address of its members, never a password's hash.
 */
export class CreateGateway1763700000100 implements MigrationInterface {
  readonly name = 'CreateGateway1763700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        organisation_id uuid primary key,
        version int not null,
        name text not null,
        currency char(3) not null,
        country char(2) not null,
        time_zone text not null,
        created_at timestamptz not null
      );

      create table user_identity (
        user_id uuid primary key,
        email text not null constraint user_identity_email unique check (email = lower(email)),
        name text not null,
        password_hash text not null,
        created_at timestamptz not null
      );

      create table membership (
        organisation_id uuid not null references organisation,
        user_id uuid not null references user_identity,
        role text not null check (role in ('owner', 'accountant', 'reviewer', 'viewer')),
        created_at timestamptz not null,
        signed_in_at timestamptz not null,
        primary key (organisation_id, user_id)
      );
      create index membership_user on membership (user_id);

      create table session (
        token_hash bytea primary key check (length(token_hash) = 32),
        organisation_id uuid not null,
        user_id uuid not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        foreign key (organisation_id, user_id) references membership on delete cascade
      );
      create index session_member on session (organisation_id, user_id, created_at);
      create index session_last_seen_at on session (last_seen_at);

      create table api_token (
        organisation_id uuid not null references organisation,
        token_id uuid not null,
        token_hash bytea not null constraint api_token_hash unique check (length(token_hash) = 32),
        name text not null,
        role text not null check (role in ('accountant', 'reviewer', 'viewer')),
        created_by uuid not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (organisation_id, token_id)
      );

      create table sign_in_link (
        organisation_id uuid not null references organisation,
        link_id uuid not null,
        link_hash bytea not null constraint sign_in_link_hash unique check (length(link_hash) = 32),
        role text not null check (role in ('owner', 'accountant', 'reviewer', 'viewer')),
        created_by uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (organisation_id, link_id)
      );

      create table sign_in_attempt (
        bucket int primary key check (bucket between 0 and 1048575),
        failures int not null,
        last_failure_at timestamptz not null,
        blocked_until timestamptz
      );
      create index sign_in_attempt_last_failure_at on sign_in_attempt (last_failure_at);

      create table live_event (
        organisation_id uuid not null,
        id bigint not null generated always as identity,
        name text not null,
        payload text not null,
        at timestamptz not null default now(),
        primary key (organisation_id, id)
      );
      create index live_event_at on live_event (at);
    `);
    const machineryOnly = { organisation: 'none', system: true } as const;
    for (const table of ['organisation', 'membership', 'api_token', 'sign_in_link']) await this.protect(runner, table, { system: true });
    for (const table of ['user_identity', 'session', 'sign_in_attempt']) await this.protect(runner, table, machineryOnly);
    await this.protect(runner, 'live_event', { organisation: 'append_only', system: true });
    // The membership rows that the inner query sees are those of the organisation at hand.
    await runner.query(`
      create policy members on user_identity for select to lettrage_gateway using (exists (select from membership where membership.user_id = user_identity.user_id));
      grant select (user_id, email, name) on user_identity to lettrage_gateway;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table live_event, sign_in_attempt, sign_in_link, api_token, session, membership, user_identity, organisation');
  }

  private async protect(runner: QueryRunner, table: string, rights: Parameters<typeof tableRights>[2]): Promise<void> {
    for (const statement of tableRights('gateway', table, rights)) await runner.query(statement);
  }
}
