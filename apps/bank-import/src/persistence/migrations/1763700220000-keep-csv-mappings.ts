import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How a CSV is read where it does not decide that itself: a person's answers for a file, and the mapping that is kept for its account and header. */
export class KeepCsvMappings1763700220000 implements MigrationInterface {
  readonly name = 'KeepCsvMappings1763700220000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement_file add column answers jsonb, add column questions jsonb not null default '[]', add column mapping jsonb;

      create table csv_mapping (
        organisation_id uuid not null,
        bank_account_id uuid not null,
        signature text not null,
        version int not null default 1,
        mapping jsonb not null,
        kept_by text not null,
        kept_at timestamptz not null default now(),
        last_used_at timestamptz,
        primary key (organisation_id, bank_account_id, signature),
        foreign key (organisation_id, bank_account_id) references bank_account (organisation_id, bank_account_id)
      );
      comment on column csv_mapping.signature is 'of the header line: delimiter and titles';
    `);
    for (const statement of tableRights('bank_import', 'csv_mapping')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table csv_mapping; alter table statement_file drop column answers, drop column questions, drop column mapping');
  }
}
