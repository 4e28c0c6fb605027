import { bankImportHttp, problem } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller, Refused } from '@lettrage/http';
import { Controller, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type z } from 'zod';
import { type BankImportSettings } from '../../bank-import.config.js';
import { SETTINGS } from '../../settings-token.js';
import { prepareReader } from '../../statement-reader/spare-reader.js';
import { answersOf } from '../../upload/answers-of.js';
import { AwaitQuestions } from '../../upload/await-questions.js';
import { receiveUpload } from '../../upload/receive-upload.js';
import { ReceiveStatement } from '../../upload/receive-statement.js';
import { uploadForm } from '../../upload/upload-form.js';

@ApiTags('statements')
@Controller('statements')
export class ReceiveStatementController {
  constructor(
    private readonly receiveStatement: ReceiveStatement,
    private readonly awaitQuestions: AwaitQuestions,
    @Inject(SETTINGS) private readonly settings: BankImportSettings,
  ) {}

  /**
   * Keeps a statement file and imports it in the background. 202: it will be read, or a short CSV has been read meanwhile; 200: these very bytes are known, nothing is
   * done; 422 `questions_open`: it is kept, and waits for answers to the questions in `statementFile`.
   */
  @Post()
  @AtLeast('accountant')
  @ApiConsumes('multipart/form-data')
  @ApiBody(uploadForm)
  @ApiAcceptedResponse({ standardSchema: bankImportHttp.uploadResult })
  @ApiOkResponse({ standardSchema: bankImportHttp.uploadResult })
  @ApiUnprocessableEntityResponse({ standardSchema: problem })
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
      const file = await this.awaitQuestions.of(caller.organisationId, statementFile, upload, goneSignal(response));
      if (file.questions.length > 0) throw asking(file);
      response.status(accepted ? 202 : 200);
      return { created, statementFile: file };
    } finally {
      await upload.close();
    }
  }
}

/** Aborted when the answer has been sent, or when nobody is there any more to be sent one. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function asking(statementFile: bankImportHttp.StatementFile): Refused {
  const { problem: fault, questions } = statementFile;
  return new Refused('questions_open', questions.map(({ what }) => what).join(' '), { ...(fault && { fault, remedy: fault.remedy }), statementFile });
}
