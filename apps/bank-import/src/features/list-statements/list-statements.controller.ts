import { bankImportHttp, type Page, pageQuery, type PageQuery, sentence } from '@lettrage/contracts';
import { type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database, decodeCursor, isId, pageOf } from '@lettrage/persistence';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { uuidOrNone } from '../../persistence/uuid-or-none.js';
import { statementFileColumns, statementFileOf, type StatementFileRow } from '../../persistence/statement-file-row.js';

@ApiTags('statements')
@Controller('statements')
export class ListStatementsController {
  constructor(private readonly database: Database) {}

  /** Statement files, the last uploaded first. */
  @Get()
  @ApiOkResponse({ standardSchema: bankImportHttp.statementFilePage })
  async list(@FromCaller() caller: Caller, @Query({ schema: pageQuery }) query: PageQuery): Promise<Page<bankImportHttp.StatementFile>> {
    const [before = null] = decodeCursor(query.cursor, [isId]) ?? [];
    const rows = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<StatementFileRow[]>(
        `select ${statementFileColumns} from statement_file where organisation_id = $1 and ($2::text is null or statement_file_id < $2::uuid) order by statement_file_id desc limit $3`,
        [caller.organisationId, before, query.limit + 1],
      ),
    );
    return pageOf(rows, query.limit, (row) => [row.statementFileId], statementFileOf);
  }

  /** One file: how far its import is, what it brought, or why it was refused. */
  @Get(':statementFileId')
  @ApiOkResponse({ standardSchema: bankImportHttp.statementFile })
  async one(@FromCaller() caller: Caller, @Param('statementFileId') statementFileId: string): Promise<bankImportHttp.StatementFile> {
    const [row] = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<StatementFileRow[]>(`select ${statementFileColumns} from statement_file where organisation_id = $1 and statement_file_id = $2`, [caller.organisationId, uuidOrNone(statementFileId)]),
    );
    if (!row) throw new Refused('not_found', sentence('no_file'));
    return statementFileOf(row);
  }
}
