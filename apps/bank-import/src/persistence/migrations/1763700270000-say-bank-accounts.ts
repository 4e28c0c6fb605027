import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The accounts that were opened before this was said; with the next messages they leave like any other. */
export class SayBankAccounts1763700270000 implements MigrationInterface {
  readonly name = 'SayBankAccounts1763700270000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into outbox (organisation_id, topic, name, key, payload)
      select organisation_id, 'bank-import.bank-accounts', 'bank-import.bank-account-opened.v1', organisation_id::text, jsonb_build_object('bankAccountId', bank_account_id)::text
      from bank_account order by bank_account_id;
    `);
  }

  async down(): Promise<void> {
    // What was said stays said; who hears it twice changes nothing.
  }
}
