import { invoicingHttp } from '@lettrage/contracts';
import { AtLeast, companyFileOf, type Caller, FromCaller } from '@lettrage/http';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request } from 'express';
import { ImportCustomers } from './import-customers.js';

@ApiTags('customers')
@Controller('customers')
export class ImportCustomersController {
  constructor(private readonly importCustomers: ImportCustomers) {}

  /** A CSV with the columns id, name, country, iban, vat_id, payment_terms_days; `id` is the company's number for the customer. */
  @Post('import')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ standardSchema: invoicingHttp.importResult })
  import(@FromCaller() caller: Caller, @Req() request: Request): Promise<invoicingHttp.ImportResult> {
    return companyFileOf(request, 'customers.csv', (file) => this.importCustomers.run(caller.organisationId, file));
  }
}
