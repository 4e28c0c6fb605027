import { bankImportHttp, noQuery, type Page } from '@lettrage/contracts';
import { type Caller, FromCaller } from '@lettrage/http';
import { Database, decodeCursor, encodeCursor, isId } from '@lettrage/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { openDuplicatesByFile } from '../../persistence/open-duplicates.js';
import { heldEntryColumns, type HeldEntryRow, probableDuplicatesOf } from '../../persistence/held-entry-row.js';

@ApiTags('probable duplicates')
@Controller('probable-duplicates')
export class ListProbableDuplicatesController {
  constructor(private readonly database: Database) {}

  /** Booked entries that may be transactions which are known already, in the order in which they came, each with those transactions. */
  @Get()
  @ApiOkResponse({ standardSchema: bankImportHttp.probableDuplicatePage })
  async list(
    @FromCaller() caller: Caller,
    @Query({ schema: bankImportHttp.probableDuplicatesQuery }) query: z.infer<typeof bankImportHttp.probableDuplicatesQuery>,
  ): Promise<Page<bankImportHttp.ProbableDuplicate>> {
    const [after = null] = decodeCursor(query.cursor, [isId]) ?? [];
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const rows = await tx.query<HeldEntryRow[]>(
        `select ${heldEntryColumns} from held_entry
         where organisation_id = $1 and (decision is null) = $2 and ($3::uuid is null or statement_file_id = $3) and ($4::uuid is null or transaction_id > $4) order by transaction_id limit $5`,
        [caller.organisationId, query.state === 'open', query.statementFileId ?? null, after, query.limit + 1],
      );
      const shown = rows.slice(0, query.limit);
      return { items: await probableDuplicatesOf(tx, caller.organisationId, shown), nextCursor: rows.length > shown.length ? encodeCursor([shown.at(-1)!.transactionId]) : null };
    });
  }

  /** The files that have open ones, the latest first, each with its statements: what one decision for all of them would be about. At most 100 files. */
  @Get('files')
  @ApiOkResponse({ standardSchema: bankImportHttp.probableDuplicateFileList })
  async byFile(@FromCaller() caller: Caller, @Query({ schema: noQuery }) _none: object): Promise<{ items: bankImportHttp.ProbableDuplicateFile[] }> {
    return { items: await this.database.inOrganisation(caller.organisationId, (tx) => openDuplicatesByFile(tx, caller.organisationId)) };
  }
}
