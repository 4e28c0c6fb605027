import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Which pass over the queue is under way, so that a later one ends it; and the waiting cases by their payer, so that a decision finds those that it
 * teaches something about. Cases that are settled at once are in neither index.
 */
export class LookAgain1763700350000 implements MigrationInterface {
  readonly name = 'LookAgain1763700350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation_state add column pass_id uuid;
      create index payment_case_waiting_name on payment_case (organisation_id, counterparty_name) where state = 'waiting' and counterparty_name is not null;
      create index payment_case_waiting_iban on payment_case (organisation_id, counterparty_iban) where state = 'waiting' and counterparty_iban is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index payment_case_waiting_name, payment_case_waiting_iban; alter table organisation_state drop column pass_id');
  }
}
