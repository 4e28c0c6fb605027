import { invoicingHttp, type Page, sentence } from '@lettrage/contracts';
import { type Caller, FromCaller, Refused } from '@lettrage/http';
import { isDate } from '@lettrage/calendar';
import { Database, decodeCursor, isId, likeText, pageOf, type Transaction } from '@lettrage/persistence';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { openItemColumns, openItemOf, type OpenItemRow } from '../../persistence/open-item-row.js';

type InvoicesQuery = z.infer<typeof invoicingHttp.invoicesQuery>;
type Row = OpenItemRow & { customerName: string };

const conditionOf: Record<InvoicesQuery['state'], string> = { open: 'i.open_minor <> 0', closed: 'i.open_minor = 0', all: 'true' };
const from = `from open_item i join customer c using (organisation_id, customer_id)`;

@ApiTags('invoices')
@Controller('invoices')
export class ListInvoicesController {
  constructor(private readonly database: Database) {}

  /** Invoices and credit notes by due date; `search` finds a number's beginning or a part of the customer's name. */
  @Get()
  @ApiOkResponse({ standardSchema: invoicingHttp.openItemPage })
  async list(@FromCaller() caller: Caller, @Query({ schema: invoicingHttp.invoicesQuery }) query: InvoicesQuery): Promise<Page<invoicingHttp.OpenItem>> {
    const [dueDate = null, itemId = null] = decodeCursor(query.cursor, [isDate, isId]) ?? [];
    const rows = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<Row[]>(
        `select ${openItemColumns}, c.name as "customerName" ${from}
         where ${conditionOf[query.state]} and ($1::date is null or (i.due_date, i.item_id) > ($1, $2::uuid)) and ($3::uuid is null or i.customer_id = $3)
           and ($4::text is null or lower(i.number) like lower($4) || '%' or lower(c.name) like '%' || lower($4) || '%')
         order by i.due_date, i.item_id limit $5`,
        [dueDate, itemId, query.customerId ?? null, query.search ? likeText(query.search) : null, query.limit + 1],
      ),
    );
    return pageOf(rows, query.limit, (row) => [row.dueDate, row.itemId], itemOf);
  }

  @Get(':itemId')
  @ApiOkResponse({ standardSchema: invoicingHttp.openItem })
  one(@FromCaller() caller: Caller, @Param('itemId') itemId: string): Promise<invoicingHttp.OpenItem> {
    return this.database.inOrganisation(caller.organisationId, async (tx: Transaction) => {
      const [row] = isId(itemId) ? await tx.query<Row[]>(`select ${openItemColumns}, c.name as "customerName" ${from} where i.item_id = $1`, [itemId]) : [];
      if (!row) throw new Refused('not_found', sentence('no_invoice'));
      return itemOf(row);
    });
  }
}

function itemOf(row: Row): invoicingHttp.OpenItem {
  return { ...openItemOf(row), customerName: row.customerName };
}
