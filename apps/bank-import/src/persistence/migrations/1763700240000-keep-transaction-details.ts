import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What few transactions have: purpose, exchange rate, ultimate parties, documents referred to. One column, which takes no room in a row without them. */
export class KeepTransactionDetails1763700240000 implements MigrationInterface {
  readonly name = 'KeepTransactionDetails1763700240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table transaction add column details jsonb;
      alter table held_entry add column details jsonb;
      comment on column transaction.details is 'what the bank says beyond the other columns, by the names of the border; null where it says no more';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table transaction drop column details; alter table held_entry drop column details');
  }
}
