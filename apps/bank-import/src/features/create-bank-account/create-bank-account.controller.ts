import { bankImportHttp, sentence } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller, Refused } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { sayOpened } from '../../persistence/known-accounts.js';
import { bankAccountColumns, bankAccountOf, type BankAccountRow } from '../../persistence/bank-account-row.js';

@ApiTags('bank accounts')
@Controller('bank-accounts')
export class CreateBankAccountController {
  constructor(private readonly database: Database) {}

  /** An account that no statement has named yet, for files that do not say which account they are of. */
  @Post()
  @AtLeast('accountant')
  @ApiCreatedResponse({ standardSchema: bankImportHttp.bankAccount })
  async create(
    @FromCaller() caller: Caller,
    @Body({ schema: bankImportHttp.createBankAccountBody }) body: z.infer<typeof bankImportHttp.createBankAccountBody>,
  ): Promise<bankImportHttp.BankAccount> {
    return this.database.inOrganisation(caller.organisationId, async (tx) => {
      const [row] = await tx.query<BankAccountRow[]>(
        `insert into bank_account (organisation_id, name, identification, currency) values ($1, $2, $3, $4)
         on conflict (organisation_id, identification) do nothing returning ${bankAccountColumns}`,
        [caller.organisationId, body.name, body.identification, body.currency],
      );
      if (!row) throw new Refused('account_taken', sentence('account_there', { account: body.identification }), { remedy: 'Use that one' });
      await sayOpened(tx, caller.organisationId, [row]);
      return bankAccountOf(row);
    });
  }
}
