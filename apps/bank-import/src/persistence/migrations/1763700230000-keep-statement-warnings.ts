import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What is wrong with a statement stays in sight until someone has explained it, or until it is cleared: the missing statement came. A warning is of one statement
 * and one code; one that comes back after it was cleared is a new one.
 */
export class KeepStatementWarnings1763700230000 implements MigrationInterface {
  readonly name = 'KeepStatementWarnings1763700230000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement add column joins boolean not null default true;
      comment on column statement.joins is 'whether it follows a statement and is followed by one; a notification or an intraday report is not';

      create table statement_warning (
        organisation_id uuid not null,
        warning_id uuid not null default uuidv7(),
        statement_file_id uuid not null,
        position int not null,
        bank_account_id uuid not null,
        code text not null,
        problem jsonb not null,
        raised_at timestamptz not null default now(),
        note text,
        explained_by text,
        explained_at timestamptz,
        cleared_at timestamptz,
        primary key (organisation_id, warning_id),
        foreign key (organisation_id, statement_file_id, position) references statement (organisation_id, statement_file_id, position),
        check ((note is null) = (explained_by is null) and (note is null) = (explained_at is null))
      );
      create unique index statement_warning_once on statement_warning (organisation_id, statement_file_id, position, code) where cleared_at is null;
      create index statement_warning_open on statement_warning (organisation_id, warning_id) where cleared_at is null and explained_at is null;

      insert into statement_warning (organisation_id, statement_file_id, position, bank_account_id, code, problem)
      select s.organisation_id, s.statement_file_id, s.position, s.bank_account_id, w.code, coalesce(
        (select each from jsonb_array_elements(f.warnings) as each where each ->> 'code' = w.code limit 1),
        jsonb_build_object('code', w.code, 'message', w.code, 'where', null, 'excerpt', null, 'remedy', ''))
      from statement s join statement_file f using (organisation_id, statement_file_id)
      cross join lateral (select 'balance_gap' as code where s.gap_minor <> 0 union all select 'not_balanced' where s.balanced = false) as w;
    `);
    for (const statement of tableRights('bank_import', 'statement_warning')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statement_warning; alter table statement drop column joins');
  }
}
