import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Bank accounts, statement files with their bytes, and what they said. A transaction's identity is its fingerprint within its account:
 * a multiset, so that an overlapping file adds nothing and genuine twins stay two. `import_job` holds the files that still have to be read;
 * it is all that the service's machinery sees across organisations, and it says nothing about money.
 * `transaction` has no foreign keys: 100,000 rows come in one statement, which looks up their accounts and their file itself.
 */
export class CreateBankImport1763700200000 implements MigrationInterface {
  readonly name = 'CreateBankImport1763700200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accounts);
    await runner.query(files);
    await runner.query(transactions);
    for (const table of ['bank_account', 'statement_file', 'statement_file_chunk', 'statement', 'transaction']) {
      for (const statement of tableRights('bank_import', table)) await runner.query(statement);
    }
    for (const statement of tableRights('bank_import', 'import_job', { system: true })) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transaction, statement, import_job, statement_file_chunk, statement_file, bank_account');
  }
}

const accounts = `
  create table bank_account (
    organisation_id uuid not null,
    bank_account_id uuid not null default uuidv7(),
    name text not null,
    identification text not null,
    currency char(3) not null,
    last_booking_date date,
    last_balance_minor bigint,
    last_balance_date date,
    primary key (organisation_id, bank_account_id),
    constraint bank_account_identification unique (organisation_id, identification)
  );
`;

const files = `
  create table statement_file (
    organisation_id uuid not null,
    statement_file_id uuid not null,
    sha256 text not null,
    filename text not null,
    bytes bigint not null,
    uploaded_by text not null,
    chosen_bank_account_id uuid,
    state text not null default 'received' check (state in ('received', 'reading', 'completed', 'refused')),
    received_at timestamptz not null default now(),
    completed_at timestamptz,
    format text,
    encoding text,
    imported int not null default 0,
    known int not null default 0,
    not_booked int not null default 0,
    statements jsonb not null default '[]',
    warnings jsonb not null default '[]',
    problem jsonb,
    primary key (organisation_id, statement_file_id),
    constraint statement_file_bytes unique (organisation_id, sha256),
    foreign key (organisation_id, chosen_bank_account_id) references bank_account (organisation_id, bank_account_id),
    check ((state = 'refused') = (problem is not null))
  );

  create table statement_file_chunk (
    organisation_id uuid not null,
    statement_file_id uuid not null,
    position int not null,
    zstd bytea not null,
    primary key (organisation_id, statement_file_id, position),
    foreign key (organisation_id, statement_file_id) references statement_file (organisation_id, statement_file_id)
  );
  alter table statement_file_chunk alter column zstd set storage external;

  create table import_job (
    organisation_id uuid not null,
    statement_file_id uuid not null,
    queued_at timestamptz not null default clock_timestamp(),
    not_before timestamptz not null default now(),
    attempts int not null default 0,
    primary key (organisation_id, statement_file_id),
    foreign key (organisation_id, statement_file_id) references statement_file (organisation_id, statement_file_id)
  );

  create table statement (
    organisation_id uuid not null,
    statement_file_id uuid not null,
    position int not null,
    bank_account_id uuid not null,
    bank_statement_id text,
    sequence text,
    currency char(3) not null,
    from_date date,
    to_date date,
    opening_minor bigint,
    closing_minor bigint,
    entries int not null,
    credits_minor bigint,
    debits_minor bigint,
    balanced boolean,
    gap_minor bigint,
    primary key (organisation_id, statement_file_id, position),
    foreign key (organisation_id, statement_file_id) references statement_file (organisation_id, statement_file_id),
    foreign key (organisation_id, bank_account_id) references bank_account (organisation_id, bank_account_id)
  );
  comment on column statement.gap_minor is 'opening balance minus the closing balance of the statement before; null where there is none, or no balances';
  create index statement_of_account on statement (organisation_id, bank_account_id, to_date);
`;

const transactions = `
  create table transaction (
    organisation_id uuid not null,
    transaction_id uuid not null default uuidv7(),
    bank_account_id uuid not null,
    statement_file_id uuid not null,
    statement int not null,
    place int not null,
    status text not null check (status in ('booked', 'pending', 'information')),
    fingerprint text not null,
    booking_date date not null,
    value_date date,
    amount_minor bigint not null,
    currency char(3) not null,
    original_minor bigint,
    original_currency char(3),
    reference text,
    counterparty_name text,
    counterparty_iban text,
    remittance text,
    structured_references text[] not null,
    end_to_end_id text,
    mandate_id text,
    bank_transaction_code text,
    reversal boolean not null,
    return_reason text,
    charges jsonb not null,
    primary key (organisation_id, transaction_id),
    constraint transaction_identity unique (organisation_id, bank_account_id, fingerprint)
  );
  comment on column transaction.statement_file_id is 'the file that brought it first, or booked it; statement and place are where it stands there';
  create index transaction_of_file on transaction (organisation_id, statement_file_id, place);
  create index transaction_by_date on transaction (organisation_id, booking_date, transaction_id);
`;
