import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What requests on their way to the ledger will take of an item stands beside what is open, so that any replica knows it without an engine.
 * `engine_version` becomes a mark that each change draws anew: a number that is counted could be reached twice, once by a transaction that failed.
 */
export class ReserveItems1763700310000 implements MigrationInterface {
  readonly name = 'ReserveItems1763700310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table open_item add column reserved_minor bigint not null default 0;
      update open_item i set reserved_minor = r.minor from (
        select c.organisation_id, (line ->> 'itemId')::uuid as item_id, sum(replace(line ->> 'amount', '.', '')::bigint) as minor
        from payment_case c, jsonb_array_elements(c.decision -> 'lines') as line where c.state = 'requested' group by 1, 2
      ) r where r.organisation_id = i.organisation_id and r.item_id = i.item_id;
      alter table organisation_state rename column engine_version to engine_mark;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organisation_state rename column engine_mark to engine_version; alter table open_item drop column reserved_minor');
  }
}
