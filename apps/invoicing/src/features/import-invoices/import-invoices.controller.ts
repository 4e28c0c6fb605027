import { invoicingHttp } from '@lettrage/contracts';
import { AtLeast, companyFileOf, type Caller, FromCaller } from '@lettrage/http';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request } from 'express';
import { ImportInvoices } from './import-invoices.js';

@ApiTags('invoices')
@Controller('invoices')
export class ImportInvoicesController {
  constructor(private readonly importInvoices: ImportInvoices) {}

  /** A CSV with the columns number, customer_id, kind, issue_date, due_date, currency, total, open_amount, structured_reference, order_reference. */
  @Post('import')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ standardSchema: invoicingHttp.importResult })
  import(@FromCaller() caller: Caller, @Req() request: Request): Promise<invoicingHttp.ImportResult> {
    return companyFileOf(request, 'invoices.csv', (file) => this.importInvoices.run(caller.organisationId, file));
  }
}
