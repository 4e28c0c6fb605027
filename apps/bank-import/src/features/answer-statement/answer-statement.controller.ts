import { bankImportHttp, sentence } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { readAgain } from '../../persistence/import-jobs.js';
import { requireAccount } from '../../persistence/known-accounts.js';
import { statementFileOf } from '../../persistence/statement-file-row.js';
import { uuidOrNone } from '../../persistence/uuid-or-none.js';

@ApiTags('statements')
@Controller('statements')
export class AnswerStatementController {
  constructor(private readonly database: Database) {}

  /** Reads a refused file again, of the account that is named now and with the answers to its questions; the file need not be sent again. */
  @Post(':statementFileId/answer')
  @HttpCode(202)
  @AtLeast('accountant')
  @ApiAcceptedResponse({ standardSchema: bankImportHttp.statementFile })
  answer(
    @FromCaller() caller: Caller,
    @Param('statementFileId') statementFileId: string,
    @Body({ schema: bankImportHttp.answerStatementBody }) body: z.infer<typeof bankImportHttp.answerStatementBody>,
  ): Promise<bankImportHttp.StatementFile> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const id = uuidOrNone(statementFileId);
      const { bankAccountId, answers } = body;
      const [file] = await tx.query<{ chosen: string | null; taken: boolean }[]>('select chosen_bank_account_id as chosen, sha256 is not null as taken from statement_file where organisation_id = $1 and statement_file_id = $2', [caller.organisationId, id]);
      if (!file) throw new Refused('not_found', sentence('no_file'));
      if (!file.taken) throw new Refused('not_found', 'The file lay in the watched folder and was refused before it was read: it is not here', { remedy: 'Upload the file, or mend what it was refused for and drop it again' });
      if (bankAccountId !== undefined) await requireAccount(tx, bankAccountId);
      const again = await readAgain(tx, caller.organisationId, { statementFileId: id! }, { filename: null, userId: caller.userId, bankAccountId: bankAccountId ?? file.chosen, answers: answers ?? null });
      if (!again) throw new Refused('already_decided', sentence('file_not_refused'), { remedy: 'Look at the file again' });
      return statementFileOf(again);
    });
  }
}
