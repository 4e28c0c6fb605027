import { bankImportHttp, sentence } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database, type Transaction } from '@lettrage/persistence';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { requireAccount } from '../../persistence/known-accounts.js';
import { keptMapping, putMapping } from '../../persistence/kept-mappings.js';
import { uuidOrNone } from '../../persistence/uuid-or-none.js';

type Kept = bankImportHttp.KeptCsvMapping;
type Row = Omit<Kept, 'keptAt' | 'lastUsedAt'> & { keptAt: Date; lastUsedAt: Date | null };

/** How the CSVs of an account are read: to be seen, changed and forgotten. They are kept by answering a file's questions. */
@ApiTags('bank accounts')
@Controller('bank-accounts/:bankAccountId/csv-mappings')
export class KeepCsvMappingsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOkResponse({ standardSchema: bankImportHttp.keptCsvMappingList })
  async list(@FromCaller() caller: Caller, @Param('bankAccountId') bankAccountId: string): Promise<{ items: Kept[] }> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      await requireAccount(tx, uuidOrNone(bankAccountId));
      return { items: await this.rows(tx, caller.organisationId, bankAccountId) };
    });
  }

  @Put(':signature')
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: bankImportHttp.keptCsvMapping })
  async change(
    @FromCaller() caller: Caller,
    @Param('bankAccountId') bankAccountId: string,
    @Param('signature') signature: string,
    @Body({ schema: bankImportHttp.csvMapping }) mapping: bankImportHttp.CsvMapping,
  ): Promise<Kept> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      await requireAccount(tx, uuidOrNone(bankAccountId));
      if (!(await keptMapping(tx, caller.organisationId, bankAccountId, signature))) throw notKept();
      await putMapping(tx, caller.organisationId, { bankAccountId, signature, mapping }, caller.userId);
      const [row] = await this.rows(tx, caller.organisationId, bankAccountId, signature);
      return row!;
    });
  }

  /** The next file with this header is read as it says itself, and asked about again where it does not. */
  @Delete(':signature')
  @HttpCode(204)
  @AtLeast('accountant')
  @ApiNoContentResponse()
  async forget(@FromCaller() caller: Caller, @Param('bankAccountId') bankAccountId: string, @Param('signature') signature: string): Promise<void> {
    await this.database.inOrganisation(caller.organisationId, async (tx) => {
      const [, gone] = (await tx.query('delete from csv_mapping where organisation_id = $1 and bank_account_id = $2 and signature = $3', [
        caller.organisationId, uuidOrNone(bankAccountId), signature,
      ])) as [unknown[], number];
      if (gone === 0) throw notKept();
    });
  }

  private async rows(tx: Transaction, organisationId: string, bankAccountId: string, signature: string | null = null): Promise<Kept[]> {
    const rows = await tx.query<Row[]>(
      `select signature, version, mapping, kept_by as "keptBy", kept_at as "keptAt", last_used_at as "lastUsedAt" from csv_mapping
       where organisation_id = $1 and bank_account_id = $2 and ($3::text is null or signature = $3) order by kept_at desc, signature`,
      [organisationId, bankAccountId, signature],
    );
    return rows.map((row) => ({ ...row, keptAt: row.keptAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() ?? null }));
  }
}

function notKept(): Refused {
  return new Refused('not_found', sentence('no_mapping'));
}
