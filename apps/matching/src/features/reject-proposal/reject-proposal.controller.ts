import { matchingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { RejectProposal } from './reject-proposal.js';

@ApiTags('queue')
@Controller('queue')
export class RejectProposalController {
  constructor(private readonly rejectProposal: RejectProposal) {}

  @Post(':transactionId/reject')
  @HttpCode(200)
  @AtLeast('reviewer')
  @ApiOkResponse({ standardSchema: matchingHttp.queueEntry })
  reject(@FromCaller() caller: Caller, @Param('transactionId') transactionId: string, @Body({ schema: matchingHttp.rejectBody }) body: z.infer<typeof matchingHttp.rejectBody>): Promise<matchingHttp.QueueEntry> {
    return this.rejectProposal.run(caller.organisationId, transactionId, body, new Date());
  }
}
