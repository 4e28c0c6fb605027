import { bankImportHttp, type Page, sentence, warningExplained } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller, Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database, decodeCursor, isId, pageOf } from '@lettrage/persistence';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { uuidOrNone } from '../../persistence/uuid-or-none.js';

type Warning = bankImportHttp.StatementWarning;
type Row = Omit<Warning, 'raisedAt' | 'explainedAt' | 'clearedAt'> & { raisedAt: Date; explainedAt: Date | null; clearedAt: Date | null };

const state = `case when warning.cleared_at is not null then 'cleared' when warning.explained_at is not null then 'explained' else 'open' end`;
const from = 'statement_warning as warning join statement using (organisation_id, statement_file_id, position) join statement_file as file using (organisation_id, statement_file_id)';
const columns = `warning_id as "warningId", statement_file_id as "statementFileId", filename, warning.bank_account_id as "bankAccountId", bank_statement_id as "statementId", from_date as "from", to_date as "to",
  warning.problem, ${state} as state, raised_at as "raisedAt", note, explained_by as "explainedBy", explained_at as "explainedAt", cleared_at as "clearedAt"`;

@ApiTags('statement warnings')
@Controller('statement-warnings')
export class ExplainWarningController {
  constructor(private readonly database: Database) {}

  /** Statements that do not balance, do not join with the one before, or wait for a word on a bulk booking: open ones unless `state` says otherwise, the latest first. */
  @Get()
  @ApiOkResponse({ standardSchema: bankImportHttp.statementWarningPage })
  async list(@FromCaller() caller: Caller, @Query({ schema: bankImportHttp.statementWarningsQuery }) query: z.infer<typeof bankImportHttp.statementWarningsQuery>): Promise<Page<Warning>> {
    const [before = null] = decodeCursor(query.cursor, [isId]) ?? [];
    const rows = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<Row[]>(
        `select ${columns} from ${from}
         where organisation_id = $1 and ($2 = 'all' or ${state} = $2) and ($3::uuid is null or warning.bank_account_id = $3) and ($4::uuid is null or statement_file_id = $4)
           and ($5::uuid is null or warning_id < $5)
         order by warning_id desc limit $6`,
        [caller.organisationId, query.state, query.bankAccountId ?? null, query.statementFileId ?? null, before, query.limit + 1],
      ),
    );
    return pageOf(rows, query.limit, (row) => [row.warningId], shown);
  }

  /** Says why a warning is in order: it leaves the open ones and keeps the note, who wrote it, and when. A later note takes the place of an earlier one. */
  @Post(':warningId/explain')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: bankImportHttp.statementWarning })
  async explain(
    @FromCaller() caller: Caller,
    @Param('warningId') warningId: string,
    @Body({ schema: bankImportHttp.explainWarningBody }) { note }: z.infer<typeof bankImportHttp.explainWarningBody>,
  ): Promise<Warning> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const id = uuidOrNone(warningId);
      await tx.query(
        `update statement_warning set note = $3, explained_by = $4, explained_at = now() where organisation_id = $1 and warning_id = $2 and cleared_at is null`,
        [caller.organisationId, id, note, caller.userId],
      );
      const [row] = await tx.query<Row[]>(`select ${columns} from ${from} where organisation_id = $1 and warning_id = $2`, [caller.organisationId, id]);
      if (!row) throw new Refused('not_found', sentence('no_warning'));
      if (row.clearedAt !== null) throw new Refused('already_decided', sentence('warning_cleared'), { remedy: 'Nothing has to be explained any more' });
      await publish(tx, caller.organisationId, warningExplained, [{ warningId: row.warningId, statementFileId: row.statementFileId, explainedBy: caller.userId }]);
      return shown(row);
    });
  }
}

function shown(row: Row): Warning {
  return { ...row, raisedAt: row.raisedAt.toISOString(), explainedAt: row.explainedAt?.toISOString() ?? null, clearedAt: row.clearedAt?.toISOString() ?? null };
}
