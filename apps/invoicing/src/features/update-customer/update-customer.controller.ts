import { invoicingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { UpdateCustomer } from './update-customer.js';

type Update = z.infer<typeof invoicingHttp.updateCustomerBody>;

@ApiTags('customers')
@Controller('customers')
export class UpdateCustomerController {
  constructor(private readonly updateCustomer: UpdateCustomer) {}

  @Put(':customerId')
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: invoicingHttp.customer })
  update(@FromCaller() caller: Caller, @Param('customerId') customerId: string, @Body({ schema: invoicingHttp.updateCustomerBody }) body: Update): Promise<invoicingHttp.Customer> {
    return this.updateCustomer.run(caller.organisationId, customerId, body);
  }
}
