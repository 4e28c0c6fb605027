import { invoicingHttp } from '@lettrage/contracts';
import { type Caller, FromCaller } from '@lettrage/http';
import { formatMoney } from '@lettrage/money';
import { Database } from '@lettrage/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';

type Line = z.infer<typeof invoicingHttp.allocationLine>;
type Row = Omit<Line, 'amount' | 'recordedAt'> & { amountMinor: bigint; recordedAt: Date };

/** A ledger row a cent a line would still end here: the ledger of one transaction or item. */
const most = 2000;

@ApiTags('allocations')
@Controller('allocations')
export class ListAllocationsController {
  constructor(private readonly database: Database) {}

  /** The ledger's rows of a transaction or of an item, undone ones and their reversals included, oldest first. */
  @Get()
  @ApiOkResponse({ standardSchema: invoicingHttp.allocationList })
  async list(@FromCaller() caller: Caller, @Query({ schema: invoicingHttp.allocationsQuery }) query: z.infer<typeof invoicingHttp.allocationsQuery>): Promise<{ items: Line[] }> {
    const rows = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<Row[]>(
        `select e.entry_id as "entryId", e.request_id as "requestId", e.transaction_id as "transactionId", e.kind, e.item_id as "itemId", e.customer_id as "customerId", e.amount_minor as "amountMinor",
                e.currency, e.effective_date as "effectiveDate", i.due_date as "dueDate", i.issue_date as "issueDate", e.reverses, e.decided_by as "decidedBy", e.recorded_at as "recordedAt",
                i.number as "itemNumber", c.name as "customerName"
         from ledger_entry e join customer c using (organisation_id, customer_id) left join open_item i on i.organisation_id = e.organisation_id and i.item_id = e.item_id
         where ${query.transactionId ? 'e.transaction_id' : 'e.item_id'} = $1 order by e.entry_id limit ${most}`,
        [query.transactionId ?? query.itemId],
      ),
    );
    return { items: rows.map(({ amountMinor, recordedAt, ...line }) => ({ ...line, amount: formatMoney({ minor: amountMinor, currency: line.currency }), recordedAt: recordedAt.toISOString() })) };
  }
}
