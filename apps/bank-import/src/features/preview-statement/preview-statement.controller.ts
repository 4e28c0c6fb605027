import { bankImportHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type z } from 'zod';
import { type BankImportSettings } from '../../bank-import.config.js';
import { SETTINGS } from '../../settings-token.js';
import { prepareReader } from '../../statement-reader/spare-reader.js';
import { answersOf } from '../../upload/answers-of.js';
import { receiveUpload } from '../../upload/receive-upload.js';
import { uploadForm } from '../../upload/upload-form.js';
import { PreviewStatement } from './preview-statement.js';

@ApiTags('statements')
@Controller('statements/preview')
export class PreviewStatementController {
  constructor(
    private readonly previewStatement: PreviewStatement,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
  ) {}

  /** What an import of the file would do: its first 20 rows, what is new and what is known, balances and warnings. Stores nothing. */
  @Post()
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiConsumes('multipart/form-data')
  @ApiBody(uploadForm)
  @ApiOkResponse({ standardSchema: bankImportHttp.statementPreview })
  async preview(
    @FromCaller() caller: Caller,
    @Query({ schema: bankImportHttp.uploadQuery }) query: z.infer<typeof bankImportHttp.uploadQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<bankImportHttp.StatementPreview> {
    prepareReader(this.settings.reader.memoryMb);
    const upload = await receiveUpload(request, response, this.settings.uploadLimitBytes);
    try {
      return await this.previewStatement.preview(caller.organisationId, upload, query.bankAccountId ?? null, answersOf(request));
    } finally {
      await upload.close();
    }
  }
}
