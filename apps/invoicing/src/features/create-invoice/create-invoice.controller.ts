import { invoicingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CreateInvoice } from './create-invoice.js';

@ApiTags('invoices')
@Controller('invoices')
export class CreateInvoiceController {
  constructor(private readonly createInvoice: CreateInvoice) {}

  @Post()
  @AtLeast('accountant')
  @ApiCreatedResponse({ standardSchema: invoicingHttp.openItem })
  create(@FromCaller() caller: Caller, @Body({ schema: invoicingHttp.createInvoiceBody }) body: invoicingHttp.CreateInvoiceBody): Promise<invoicingHttp.OpenItem> {
    return this.createInvoice.run(caller.organisationId, body);
  }
}
