import { bankAccountOpened, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';

type Opened = PayloadOf<typeof bankAccountOpened>;

/** Which bank accounts can have a policy. */
@Injectable()
export class FollowBankAccounts implements MessageHandler<Opened> {
  readonly contract = bankAccountOpened;

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Opened>[]): Promise<void> {
    await tx.query('insert into bank_account (organisation_id, bank_account_id) select $1, unnest($2::uuid[]) on conflict do nothing', [organisationId, messages.map(({ payload }) => payload.bankAccountId)]);
  }
}
