import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Credits that the bank took back, and the debits that did so. A return finds its credit by its amount and by what names it, not by reading the cases. */
export class ReturnedCredits1763700325000 implements MigrationInterface {
  readonly name = 'ReturnedCredits1763700325000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table returned_credit (
        organisation_id uuid not null,
        transaction_id uuid not null,
        return_id uuid not null,
        returned_on date not null,
        reason text,
        primary key (organisation_id, transaction_id),
        constraint returned_credit_once unique (organisation_id, return_id)
      );
      create index payment_case_amount on payment_case (organisation_id, amount_minor, booking_date);
    `);
    for (const statement of tableRights('matching', 'returned_credit')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index payment_case_amount; drop table returned_credit');
  }
}
