import { matchingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CustomerLearning } from './customer-learning.js';

@ApiTags('learning')
@Controller('learning')
export class LearningController {
  constructor(private readonly learning: CustomerLearning) {}

  /** What has been learned of a customer from its confirmed payments. */
  @Get(':customerId')
  @ApiOkResponse({ standardSchema: matchingHttp.customerLearning })
  show(@FromCaller() caller: Caller, @Param('customerId') customerId: string): Promise<matchingHttp.CustomerLearning> {
    return this.learning.show(caller.organisationId, customerId);
  }

  /** The engine forgets that this name or IBAN pays for the customer, and does not learn it again. */
  @Post(':customerId/forget')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: matchingHttp.customerLearning })
  forget(@FromCaller() caller: Caller, @Param('customerId') customerId: string, @Body({ schema: matchingHttp.forgetBody }) body: matchingHttp.ForgetBody): Promise<matchingHttp.CustomerLearning> {
    return this.learning.forget(caller.organisationId, caller.userId, customerId, body, new Date());
  }

  /** Takes a forgetting back. */
  @Post(':customerId/remember')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: matchingHttp.customerLearning })
  remember(@FromCaller() caller: Caller, @Param('customerId') customerId: string, @Body({ schema: matchingHttp.forgetBody }) body: matchingHttp.ForgetBody): Promise<matchingHttp.CustomerLearning> {
    return this.learning.remember(caller.organisationId, customerId, body);
  }
}
