import { bankImportHttp, type Page, pageQuery, type PageQuery } from '@lettrage/contracts';
import { type Caller, FromCaller } from '@lettrage/http';
import { Database, decodeCursor, isId, pageOf } from '@lettrage/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { bankAccountColumns, bankAccountOf, type BankAccountRow } from '../../persistence/bank-account-row.js';

@ApiTags('bank accounts')
@Controller('bank-accounts')
export class ListBankAccountsController {
  constructor(private readonly database: Database) {}

  /** The organisation's bank accounts in the order in which they came, each with its last booking date and latest known balance. */
  @Get()
  @ApiOkResponse({ standardSchema: bankImportHttp.bankAccountPage })
  async list(@FromCaller() caller: Caller, @Query({ schema: pageQuery }) query: PageQuery): Promise<Page<bankImportHttp.BankAccount>> {
    const [after = null] = decodeCursor(query.cursor, [isId]) ?? [];
    const rows = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<BankAccountRow[]>(
        `select ${bankAccountColumns} from bank_account where organisation_id = $1 and ($2::text is null or bank_account_id > $2::uuid) order by bank_account_id limit $3`,
        [caller.organisationId, after, query.limit + 1],
      ),
    );
    return pageOf(rows, query.limit, (row) => [row.bankAccountId], bankAccountOf);
  }
}
