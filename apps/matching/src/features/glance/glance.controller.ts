import { matchingHttp, noQuery, type Page } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { GlanceList } from './glance-list.js';
import { UndoFile } from './undo-file.js';

type GlanceQuery = z.infer<typeof matchingHttp.glanceQuery>;

@ApiTags('glance')
@Controller('glance')
export class GlanceController {
  constructor(
    private readonly glanceList: GlanceList,
    private readonly undoFile: UndoFile,
  ) {}

  /** What was allocated without a person, the newest decision first. */
  @Get()
  @ApiOkResponse({ standardSchema: matchingHttp.glancePage })
  list(@FromCaller() caller: Caller, @Query({ schema: matchingHttp.glanceQuery }) query: GlanceQuery): Promise<Page<matchingHttp.GlanceEntry>> {
    return this.glanceList.list(caller.organisationId, query);
  }

  @Get('files')
  @ApiOkResponse({ standardSchema: matchingHttp.glanceFiles })
  files(@FromCaller() caller: Caller, @Query({ schema: noQuery }) _none: object): Promise<matchingHttp.GlanceFiles> {
    return this.glanceList.files(caller.organisationId);
  }

  @Post('seen')
  @HttpCode(200)
  @AtLeast('reviewer')
  @ApiOkResponse({ standardSchema: matchingHttp.seenResult })
  async seen(@FromCaller() caller: Caller, @Body({ schema: matchingHttp.seenBody }) body: matchingHttp.SeenBody): Promise<z.infer<typeof matchingHttp.seenResult>> {
    return { seen: await this.glanceList.markSeen(caller.organisationId, caller.userId, body, new Date()) };
  }

  /** Takes back all that was allocated without a person from a file. Accepted means asked of the ledger; the stream tells as they come back into the queue. */
  @Post('undo')
  @HttpCode(202)
  @AtLeast('reviewer')
  @ApiAcceptedResponse({ standardSchema: matchingHttp.undoFileResult })
  undo(@FromCaller() caller: Caller, @Body({ schema: matchingHttp.undoFileBody }) { statementFileId }: z.infer<typeof matchingHttp.undoFileBody>): Promise<matchingHttp.UndoFileResult> {
    return this.undoFile.run(caller.organisationId, caller.userId, statementFileId);
  }
}
