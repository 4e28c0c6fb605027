import { isDate } from '@lettrage/calendar';
import { matchingHttp, type Page, sentence } from '@lettrage/contracts';
import { type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database, decodeCursor, encodeCursor, isId, likeText } from '@lettrage/persistence';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { caseColumns, type CaseRow } from '../../persistence/case-rows.js';
import { queueEntries } from '../../persistence/queue-entries.js';
import { queueSummary } from './queue-summary.js';
import { searchedAmounts } from './searched-amounts.js';

type QueueQuery = z.infer<typeof matchingHttp.queueQuery>;
type SummaryQuery = z.infer<typeof matchingHttp.queueSummaryQuery>;

@ApiTags('queue')
@Controller('queue')
export class ListQueueController {
  constructor(private readonly database: Database) {}

  /** Cases of one state, oldest booking first; `search` finds a part of the payer's name, the text or the reference, or an amount. */
  @Get()
  @ApiOkResponse({ standardSchema: matchingHttp.queuePage })
  list(@FromCaller() caller: Caller, @Query({ schema: matchingHttp.queueQuery }) query: QueueQuery): Promise<Page<matchingHttp.QueueEntry>> {
    const [bookingDate = null, transactionId = null] = decodeCursor(query.cursor, [isDate, isId]) ?? [];
    const amounts = searchedAmounts(query.search);
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const rows = await tx.query<CaseRow[]>(
        `select ${caseColumns} from payment_case
         where state = $1 and ($2::uuid is null or statement_file_id = $2) and ($3::date is null or (booking_date, transaction_id) > ($3, $4::uuid))
           and ($5::text is null or lower(concat_ws(' ', counterparty_name, remittance, reference)) like '%' || lower($5) || '%'
                or (currency, amount_minor) in (select * from unnest($6::char(3)[], $7::bigint[])))
         order by booking_date, transaction_id limit $8`,
        [query.state, query.statementFileId ?? null, bookingDate, transactionId, query.search ? likeText(query.search) : null, amounts?.currencies ?? null, amounts?.minors ?? null, query.limit + 1],
      );
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return { items: await queueEntries(tx, shown), nextCursor: rows.length > query.limit && last ? encodeCursor([last.bookingDate, last.transactionId]) : null };
    });
  }

  @Get('summary')
  @ApiOkResponse({ standardSchema: matchingHttp.queueSummary })
  summary(@FromCaller() caller: Caller, @Query({ schema: matchingHttp.queueSummaryQuery }) query: SummaryQuery): Promise<matchingHttp.QueueSummary> {
    return this.database.inOrganisation(caller.organisationId, (tx) => queueSummary(tx, query.statementFileId));
  }

  @Get(':transactionId')
  @ApiOkResponse({ standardSchema: matchingHttp.queueEntry })
  one(@FromCaller() caller: Caller, @Param('transactionId') transactionId: string): Promise<matchingHttp.QueueEntry> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const rows = isId(transactionId) ? await tx.query<CaseRow[]>(`select ${caseColumns} from payment_case where transaction_id = $1`, [transactionId]) : [];
      const [entry] = await queueEntries(tx, rows);
      if (!entry) throw new Refused('not_found', sentence('no_case'));
      return entry;
    });
  }
}
