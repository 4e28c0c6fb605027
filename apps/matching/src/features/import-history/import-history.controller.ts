import { matchingHttp } from '@lettrage/contracts';
import { AtLeast, companyFileOf, type Caller, FromCaller } from '@lettrage/http';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request } from 'express';
import { type z } from 'zod';
import { ImportHistory } from './import-history.js';

@ApiTags('history')
@Controller('history')
export class ImportHistoryController {
  constructor(private readonly importHistory: ImportHistory) {}

  /** JSON lines, one confirmed credit of the past each. */
  @Post()
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiConsumes('application/jsonl')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ standardSchema: matchingHttp.historyImportResult })
  import(@FromCaller() caller: Caller, @Req() request: Request): Promise<z.infer<typeof matchingHttp.historyImportResult>> {
    return companyFileOf(request, 'history.jsonl', (file) => this.importHistory.run(caller.organisationId, file));
  }
}
