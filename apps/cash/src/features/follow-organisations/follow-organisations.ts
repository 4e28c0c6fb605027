import { organisationChanged, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { newestVersions } from '../../domain/newest.js';
import { noteChange } from '../../persistence/note-change.js';

type OrganisationChanged = PayloadOf<typeof organisationChanged>;

/** What "today" is depends on the organisation's time zone. */
@Injectable()
export class FollowOrganisations implements MessageHandler<OrganisationChanged> {
  readonly contract = organisationChanged;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<OrganisationChanged>[]): Promise<AfterCommit> {
    for (const { version, currency, timeZone } of newestVersions(messages.map(({ payload }) => payload), () => organisationId)) {
      await tx.query(
        `insert into organisation (organisation_id, version, currency, time_zone) values ($1, $2, $3, $4)
         on conflict (organisation_id) do update set version = excluded.version, currency = excluded.currency, time_zone = excluded.time_zone where excluded.version > organisation.version`,
        [organisationId, version, currency, timeZone],
      );
    }
    await noteChange(tx, organisationId);
    return () => this.announcements.somethingMoved(organisationId);
  }
}
