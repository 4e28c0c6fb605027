import { matchingHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SetAside } from './set-aside.js';

@ApiTags('queue')
@Controller('queue')
export class SetAsideController {
  constructor(private readonly setAside: SetAside) {}

  @Post(':transactionId/set-aside')
  @HttpCode(200)
  @AtLeast('reviewer')
  @ApiOkResponse({ standardSchema: matchingHttp.queueEntry })
  put(@FromCaller() caller: Caller, @Param('transactionId') transactionId: string): Promise<matchingHttp.QueueEntry> {
    return this.setAside.run(caller.organisationId, caller.userId, transactionId, new Date());
  }
}
