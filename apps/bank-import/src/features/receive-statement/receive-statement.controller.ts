import { bankImportHttp } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Controller, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type z } from 'zod';
import { type BankImportSettings } from '../../bank-import.config.js';
import { SETTINGS } from '../../settings-token.js';
import { prepareReader } from '../../statement-reader/spare-reader.js';
import { answersOf } from '../../upload/answers-of.js';
import { receiveUpload } from '../../upload/receive-upload.js';
import { ReceiveStatement } from '../../upload/receive-statement.js';
import { uploadForm } from '../../upload/upload-form.js';

@ApiTags('statements')
@Controller('statements')
export class ReceiveStatementController {
  constructor(
    private readonly receiveStatement: ReceiveStatement,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
  ) {}

  /** Keeps a statement file and imports it in the background. 202: it will be read; 200: these very bytes are known, nothing is done. */
  @Post()
  @AtLeast('accountant')
  @ApiConsumes('multipart/form-data')
  @ApiBody(uploadForm)
  @ApiAcceptedResponse({ standardSchema: bankImportHttp.uploadResult })
  @ApiOkResponse({ standardSchema: bankImportHttp.uploadResult })
  async receive(
    @FromCaller() caller: Caller,
    @Query({ schema: bankImportHttp.uploadQuery }) query: z.infer<typeof bankImportHttp.uploadQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<bankImportHttp.UploadResult> {
    prepareReader(this.settings.reader.memoryMb);
    const upload = await receiveUpload(request, response, this.settings.uploadLimitBytes);
    try {
      const { accepted, created, statementFile } = await this.receiveStatement.receive(caller.organisationId, caller.userId, upload, query.bankAccountId ?? null, answersOf(request));
      response.status(accepted ? 202 : 200);
      return { created, statementFile };
    } finally {
      await upload.close();
    }
  }
}
