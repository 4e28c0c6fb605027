import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What an engine has learned, so that the next one need not learn it anew. `lessons_mark` is drawn anew whenever a lesson stops being one; `lesson_no` counts the
 * transactions that told lessons, so that those told since can be found. Lessons of before have no number: they are learned with the first full load.
 */
export class LearnedState1763700340000 implements MigrationInterface {
  readonly name = 'LearnedState1763700340000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation_state add column lessons_mark bigint not null default 0, add column lessons_told int not null default 0;
      alter table payment_case add column lesson_no int;
      create table learned_state (
        organisation_id uuid primary key,
        version int not null,
        lessons_mark bigint not null,
        told int not null,
        lessons int not null,
        learning bytea not null
      );
    `);
    for (const statement of tableRights('matching', 'learned_state')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table learned_state; alter table payment_case drop column lesson_no; alter table organisation_state drop column lessons_mark, drop column lessons_told');
  }
}
