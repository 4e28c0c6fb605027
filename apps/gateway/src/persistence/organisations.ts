import { organisationChanged } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { newId, type Transaction } from '@lettrage/persistence';
import { Organisation } from './entities.js';

export interface NewOrganisation {
  readonly name: string;
  readonly currency: string;
  readonly country: string;
  readonly timeZone: string;
}

/** Enters an organisation and says so. */
export async function createOrganisation(tx: Transaction, organisation: NewOrganisation, now: Date): Promise<string> {
  const organisationId = newId();
  await tx.insert(Organisation, { organisationId, version: 1, ...organisation, createdAt: now });
  await publish(tx, organisationId, organisationChanged, [{ organisationId, version: 1, ...organisation }]);
  return organisationId;
}

export async function renameOrganisation(tx: Transaction, organisationId: string, name: string): Promise<void> {
  const organisation = await tx.findOneOrFail(Organisation, { where: { organisationId }, lock: { mode: 'pessimistic_write' } });
  if (organisation.name === name) return;
  const version = organisation.version + 1;
  await tx.update(Organisation, { organisationId }, { name, version });
  const { currency, country, timeZone } = organisation;
  await publish(tx, organisationId, organisationChanged, [{ organisationId, version, name, currency, country, timeZone }]);
}
