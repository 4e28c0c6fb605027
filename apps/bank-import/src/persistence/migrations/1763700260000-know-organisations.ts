import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which organisations there are: what lies in the watched folder itself is the only one's. Those that have brought files before this was listened for are known by them. */
export class KnowOrganisations1763700260000 implements MigrationInterface {
  readonly name = 'KnowOrganisations1763700260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (organisation_id uuid primary key);
      insert into organisation select organisation_id from bank_account union select organisation_id from statement_file;
    `);
    for (const statement of tableRights('bank_import', 'organisation', { organisation: 'append_only', system: true })) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organisation');
  }
}
