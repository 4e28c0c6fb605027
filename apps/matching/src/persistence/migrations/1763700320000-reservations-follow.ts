import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is reserved of an item follows from the cases whose request is on its way; writing it beside the item cost two updates of every item that is paid. */
export class ReservationsFollow1763700320000 implements MigrationInterface {
  readonly name = 'ReservationsFollow1763700320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table open_item drop column reserved_minor');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table open_item add column reserved_minor bigint not null default 0');
  }
}
