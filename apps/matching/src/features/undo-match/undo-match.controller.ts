import { matchingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { UndoMatch } from './undo-match.js';

@ApiTags('queue')
@Controller('queue')
export class UndoMatchController {
  constructor(private readonly undoMatch: UndoMatch) {}

  @Post(':transactionId/undo')
  @HttpCode(202)
  @AtLeast('reviewer')
  @ApiAcceptedResponse({ standardSchema: matchingHttp.queueEntry })
  undo(@FromCaller() caller: Caller, @Param('transactionId') transactionId: string): Promise<matchingHttp.QueueEntry> {
    return this.undoMatch.run(caller.organisationId, caller.userId, transactionId);
  }
}
