import { isDate } from '@lettrage/calendar';
import { bankImportHttp, type Page, sentence } from '@lettrage/contracts';
import { type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database, decodeCursor, isId, isNumber, pageOf } from '@lettrage/persistence';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { uuidOrNone } from '../../persistence/uuid-or-none.js';
import { listedColumns, type ListedTransactionRow, transactionOf } from '../../persistence/transaction-row.js';

type TransactionsQuery = z.infer<typeof bankImportHttp.transactionsQuery>;

@ApiTags('transactions')
@Controller('transactions')
export class ListTransactionsController {
  constructor(private readonly database: Database) {}

  /** Booked transactions, or with `status` the announced ones: of one file in the file's order, else the latest first. */
  @Get()
  @ApiOkResponse({ standardSchema: bankImportHttp.transactionPage })
  async list(@FromCaller() caller: Caller, @Query({ schema: bankImportHttp.transactionsQuery }) query: TransactionsQuery): Promise<Page<bankImportHttp.Transaction>> {
    return query.statementFileId === undefined ? this.byDate(caller.organisationId, query) : this.ofFile(caller.organisationId, query.statementFileId, query);
  }

  @Get(':transactionId')
  @ApiOkResponse({ standardSchema: bankImportHttp.transaction })
  async one(@FromCaller() caller: Caller, @Param('transactionId') transactionId: string): Promise<bankImportHttp.Transaction> {
    const [row] = await this.database.inOrganisation(caller.organisationId, (tx) =>
      tx.query<ListedTransactionRow[]>(`select ${listedColumns} from transaction where organisation_id = $1 and transaction_id = $2`, [caller.organisationId, uuidOrNone(transactionId)]),
    );
    if (!row) throw new Refused('not_found', sentence('no_transaction'));
    return transactionOf(row);
  }

  private async byDate(organisationId: string, query: TransactionsQuery): Promise<Page<bankImportHttp.Transaction>> {
    const [date = null, id = null] = decodeCursor(query.cursor, [isDate, isId]) ?? [];
    const rows = await this.database.inOrganisation(organisationId, (tx) =>
      tx.query<ListedTransactionRow[]>(
        `select ${listedColumns} from transaction
         where organisation_id = $1 and status = $2 and ($3::uuid is null or bank_account_id = $3) and ($4::date is null or (booking_date, transaction_id) < ($4, $5::uuid))
         order by booking_date desc, transaction_id desc limit $6`,
        [organisationId, query.status, query.bankAccountId ?? null, date, id, query.limit + 1],
      ),
    );
    return pageOf(rows, query.limit, (row) => [row.bookingDate, row.transactionId], transactionOf);
  }

  private async ofFile(organisationId: string, statementFileId: string, query: TransactionsQuery): Promise<Page<bankImportHttp.Transaction>> {
    const [place = null] = decodeCursor(query.cursor, [isNumber]) ?? [];
    const rows = await this.database.inOrganisation(organisationId, (tx) =>
      tx.query<ListedTransactionRow[]>(
        `select ${listedColumns} from transaction
         where organisation_id = $1 and statement_file_id = $2 and status = $3 and ($4::uuid is null or bank_account_id = $4) and ($5::int is null or place > $5)
         order by place limit $6`,
        [organisationId, statementFileId, query.status, query.bankAccountId ?? null, place, query.limit + 1],
      ),
    );
    return pageOf(rows, query.limit, (row) => [String(row.place)], transactionOf);
  }
}
