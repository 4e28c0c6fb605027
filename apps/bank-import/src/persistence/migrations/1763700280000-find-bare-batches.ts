import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The bulk bookings whose payments have not come, by the file and by the day: whether a warning of them is settled is asked for each file of a list. */
export class FindBareBatches1763700280000 implements MigrationInterface {
  readonly name = 'FindBareBatches1763700280000';

  async up(runner: QueryRunner): Promise<void> {
    const bare = `batch is not null and (batch ->> 'whole')::boolean and status = 'booked'`;
    await runner.query(`
      create index transaction_bare_of_file on transaction (organisation_id, statement_file_id) where ${bare};
      create index transaction_bare_by_date on transaction (organisation_id, bank_account_id, booking_date) where ${bare};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index transaction_bare_of_file, transaction_bare_by_date');
  }
}
