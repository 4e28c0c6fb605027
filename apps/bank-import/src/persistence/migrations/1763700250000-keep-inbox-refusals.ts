import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A file of the watched folder that was refused before its bytes were taken is listed among the others: refused, and without bytes. `inbox_mark` is where it lay and
 * which writing of it that was, so that one that is met again after a break is not listed twice.
 */
export class KeepInboxRefusals1763700250000 implements MigrationInterface {
  readonly name = 'KeepInboxRefusals1763700250000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement_file alter column sha256 drop not null;
      alter table statement_file add column inbox_mark text;
      alter table statement_file add constraint statement_file_taken check (sha256 is not null or (state = 'refused' and inbox_mark is not null));
      create unique index statement_file_in_inbox on statement_file (organisation_id, inbox_mark) where inbox_mark is not null;
      comment on column statement_file.sha256 is 'of the bytes that are kept; null where a file of the watched folder was refused before it was read';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from statement_file where sha256 is null;
      drop index statement_file_in_inbox;
      alter table statement_file drop constraint statement_file_taken, drop column inbox_mark, alter column sha256 set not null;
    `);
  }
}
