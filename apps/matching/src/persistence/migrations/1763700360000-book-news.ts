import { tableRights } from '@lettrage/persistence';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What has come into the books since what waits was last held against it, and which pass does that. Written only while something waits. */
export class BookNews1763700360000 implements MigrationInterface {
  readonly name = 'BookNews1763700360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation_state add column news_pass_id uuid;
      create table book_news (
        organisation_id uuid not null,
        news_id uuid not null,
        said_of uuid,
        primary key (organisation_id, news_id)
      );
    `);
    for (const statement of tableRights('matching', 'book_news')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book_news; alter table organisation_state drop column news_pass_id');
  }
}
