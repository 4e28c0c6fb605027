import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who owes, where the bank says that it is not who pays. */
export class UltimateDebtor1763700370000 implements MigrationInterface {
  readonly name = 'UltimateDebtor1763700370000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment_case add column ultimate_debtor_name text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment_case drop column ultimate_debtor_name');
  }
}
