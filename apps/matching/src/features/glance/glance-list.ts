import { allocationsSeen, type matchingHttp, type Page } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { Database, decodeCursor, encodeCursor, isId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { caseColumns, type CaseRow } from '../../persistence/case-rows.js';
import { queueEntries } from '../../persistence/queue-entries.js';

type Query = z.infer<typeof matchingHttp.glanceQuery>;

interface GlanceRow extends CaseRow {
  statementFileId: string;
  method: matchingHttp.MatchMethod;
  seenBy: string | null;
  seenAt: Date | null;
  /** To the microsecond, as PostgreSQL writes it: a page ends exactly there. */
  place: string;
}

/** So many files are listed. */
const mostFiles = 200;

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2} [\d:.+-]+$/.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T').replace(/\+00$/, 'Z')));

/** What was allocated without a person, for a person to glance at: settled, not undone, and seen by nobody yet (or seen, if asked for). */
@Injectable()
export class GlanceList {
  constructor(private readonly database: Database) {}

  async list(organisationId: string, { seen, statementFileId, cursor, limit }: Query): Promise<Page<matchingHttp.GlanceEntry>> {
    const [place = null, transactionId = null] = decodeCursor(cursor, [isInstant, isId]) ?? [];
    return this.database.inOrganisation(organisationId, async (tx) => {
      const rows = await tx.query<GlanceRow[]>(
        `select ${caseColumns}, statement_file_id as "statementFileId", automatic_method as method, seen_by as "seenBy", seen_at as "seenAt", (decided_at at time zone 'UTC')::text || '+00' as place from payment_case
         where state = 'settled' and decided_by = 'automatic' and seen_at is ${seen === 'yes' ? 'not null' : 'null'} and ($1::uuid is null or statement_file_id = $1)
           and ($2::timestamptz is null or (decided_at, transaction_id) < ($2, $3::uuid))
         order by decided_at desc, transaction_id desc limit $4`,
        [statementFileId ?? null, place, transactionId, limit + 1],
      );
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { items: await glanceEntries(tx, shown), nextCursor: rows.length > limit && last ? encodeCursor([last.place, last.transactionId]) : null };
    });
  }

  async files(organisationId: string): Promise<matchingHttp.GlanceFiles> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const rows = await tx.query<{ statementFileId: string; toGlanceAt: number; last: Date }[]>(
        `select statement_file_id as "statementFileId", count(*)::int as "toGlanceAt", max(decided_at) as last from payment_case
         where state = 'settled' and decided_by = 'automatic' and seen_at is null group by 1 order by last desc, 1 limit ${mostFiles}`,
      );
      return { items: rows.map(({ last, ...row }) => ({ ...row, lastDecidedAt: last.toISOString() })) };
    });
  }

  /** Marks what was looked at; how many that are new. What was undone meanwhile is not among them. */
  async markSeen(organisationId: string, userId: string, body: matchingHttp.SeenBody, now: Date): Promise<number> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const [condition, which] = 'transactionIds' in body ? ['transaction_id = any ($4)', body.transactionIds] : ['statement_file_id = $4', body.statementFileId];
      const [, seen] = await tx.query<[unknown[], number]>(
        `update payment_case set seen_at = $2, seen_by = $3 where organisation_id = $1 and ${condition} and state = 'settled' and decided_by = 'automatic' and seen_at is null`,
        [organisationId, now, userId, which],
      );
      if (seen > 0) await publish(tx, organisationId, allocationsSeen, [{ seen, seenBy: userId }]);
      return seen;
    });
  }
}

async function glanceEntries(tx: Transaction, rows: readonly GlanceRow[]): Promise<matchingHttp.GlanceEntry[]> {
  const entries = await queueEntries(tx, rows);
  return entries.map((entry, index) => {
    const { statementFileId, bankAccountId, method, seenBy, seenAt } = rows[index]!;
    return { ...entry, statementFileId, bankAccountId, method, seenBy, seenAt: seenAt?.toISOString() ?? null };
  });
}
