import { matchingHttp, noQuery } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllocationPolicies } from './allocation-policies.js';

type Policies = { items: matchingHttp.StoredPolicy[] };

@ApiTags('policy')
@Controller('allocation-policies')
export class AllocationPoliciesController {
  constructor(private readonly policies: AllocationPolicies) {}

  @Get()
  @ApiOkResponse({ standardSchema: matchingHttp.policyList })
  async list(@FromCaller() caller: Caller, @Query({ schema: noQuery }) _none: object): Promise<Policies> {
    return { items: await this.policies.list(caller.organisationId) };
  }

  /** Sets the policy of a bank account, or with `bankAccountId` null the organisation's default. */
  @Put()
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: matchingHttp.policyList })
  async put(@FromCaller() caller: Caller, @Body({ schema: matchingHttp.putPolicyBody }) body: matchingHttp.PutPolicyBody): Promise<Policies> {
    return { items: await this.policies.put(caller.organisationId, caller.userId, body, new Date()) };
  }
}
