import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which bank accounts there are. Those whose credits came before this was listened for are known by them; the others are said once more by whoever owns them. */
export class KnowBankAccounts1763700380000 implements MigrationInterface {
  readonly name = 'KnowBankAccounts1763700380000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bank_account (organisation_id uuid not null, bank_account_id uuid not null, primary key (organisation_id, bank_account_id));
      insert into bank_account select distinct organisation_id, bank_account_id from payment_case where bank_account_id is not null;
    `);
    for (const statement of tableRights('matching', 'bank_account', { organisation: 'append_only' })) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bank_account');
  }
}
