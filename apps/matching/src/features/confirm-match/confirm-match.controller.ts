import { matchingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { ConfirmMatch } from './confirm-match.js';

@ApiTags('queue')
@Controller('queue')
export class ConfirmMatchController {
  constructor(private readonly confirmMatch: ConfirmMatch) {}

  /** Accepted means asked of the ledger; a moment later the entry is settled, or waits again with the ledger's refusal. */
  @Post(':transactionId/confirm')
  @HttpCode(202)
  @AtLeast('reviewer')
  @ApiAcceptedResponse({ standardSchema: matchingHttp.queueEntry })
  confirm(@FromCaller() caller: Caller, @Param('transactionId') transactionId: string, @Body({ schema: matchingHttp.confirmBody }) body: matchingHttp.ConfirmBody): Promise<matchingHttp.QueueEntry> {
    return this.confirmMatch.run(caller.organisationId, caller.userId, transactionId, body, new Date());
  }
}
