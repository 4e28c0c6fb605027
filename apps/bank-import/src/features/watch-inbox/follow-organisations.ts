import { organisationChanged, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';

type OrganisationChanged = PayloadOf<typeof organisationChanged>;

/** Whose the files are that lie in the watched folder itself depends on which organisations there are. */
@Injectable()
export class FollowOrganisations implements MessageHandler<OrganisationChanged> {
  readonly contract = organisationChanged;

  async handle(tx: Transaction, organisationId: string, _messages: readonly Message<OrganisationChanged>[]): Promise<void> {
    await tx.query('insert into organisation (organisation_id) values ($1) on conflict do nothing', [organisationId]);
  }
}
