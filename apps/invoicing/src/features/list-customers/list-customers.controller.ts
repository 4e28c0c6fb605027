import { invoicingHttp, type Page, sentence } from '@lettrage/contracts';
import { type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database, decodeCursor, isId, isText, likeText, pageOf } from '@lettrage/persistence';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type CustomerRow, customerColumns, customerOf } from '../../persistence/customer-row.js';

@ApiTags('customers')
@Controller('customers')
export class ListCustomersController {
  constructor(private readonly database: Database) {}

  /** Customers by name; `search` finds a part of the name or the number's beginning. */
  @Get()
  @ApiOkResponse({ standardSchema: invoicingHttp.customerPage })
  async list(@FromCaller() caller: Caller, @Query({ schema: invoicingHttp.customersQuery }) query: z.infer<typeof invoicingHttp.customersQuery>): Promise<Page<invoicingHttp.Customer>> {
    const [name = null, id = null] = decodeCursor(query.cursor, [isText, isId]) ?? [];
    const rows = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<(CustomerRow & { sortName: string })[]>(
        `select ${customerColumns}, lower(name) as "sortName" from customer
         where ($1::text is null or (lower(name), customer_id) > ($1, $2::uuid)) and ($3::text is null or lower(name) like '%' || lower($3) || '%' or lower(number) like lower($3) || '%')
         order by lower(name), customer_id limit $4`,
        [name, id, query.search ? likeText(query.search) : null, query.limit + 1],
      ),
    );
    return pageOf(rows, query.limit, (row) => [row.sortName, row.customerId], customerOf);
  }

  @Get(':customerId')
  @ApiOkResponse({ standardSchema: invoicingHttp.customer })
  async one(@FromCaller() caller: Caller, @Param('customerId') customerId: string): Promise<invoicingHttp.Customer> {
    const [row] = isId(customerId) ? await this.database.inOrganisation(caller.organisationId, (tx) => tx.query<CustomerRow[]>(`select ${customerColumns} from customer where customer_id = $1`, [customerId])) : [];
    if (!row) throw new Refused('not_found', sentence('no_customer'));
    return customerOf(row);
  }
}
