import { invoicingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CreateCustomer } from './create-customer.js';

@ApiTags('customers')
@Controller('customers')
export class CreateCustomerController {
  constructor(private readonly createCustomer: CreateCustomer) {}

  @Post()
  @AtLeast('accountant')
  @ApiCreatedResponse({ standardSchema: invoicingHttp.customer })
  create(@FromCaller() caller: Caller, @Body({ schema: invoicingHttp.createCustomerBody }) body: invoicingHttp.CreateCustomerBody): Promise<invoicingHttp.Customer> {
    return this.createCustomer.run(caller.organisationId, body);
  }
}
