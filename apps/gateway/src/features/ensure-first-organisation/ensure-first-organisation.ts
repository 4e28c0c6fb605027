import { type Database, newId, type Transaction } from '@lettrage/persistence';
import { derivedSecret, hashOf } from '../../access/secret.js';
import { signInUrl } from '../../access/sign-in-url.js';
import { Membership, Organisation, SignInLink } from '../../persistence/entities.js';
import { createOrganisation, type NewOrganisation } from '../../persistence/organisations.js';

const firstOrganisation: NewOrganisation = { name: 'Lettrage', currency: 'EUR', country: 'FR', timeZone: 'Europe/Paris' };
const linkLifetimeMs = 72 * 3_600_000;
/** A link that is about to expire is replaced rather than shown again. */
const worthShowingMs = 3_600_000;

export interface LinkSettings {
  readonly tokenSecret: string;
  readonly publicUrl: string;
}

/**
 * While nobody has ever signed in: makes the first organisation where there is none, and returns the owner's one-time link; null afterwards.
 * The link's secret is derived from the one that all replicas share, so that replicas that start together show the same link, and a restart
 * shows it again until it is old; where it cannot be the same, the old one dies.
 */
export function ensureFirstOrganisation(database: Database, settings: LinkSettings, now: Date): Promise<{ url: string } | null> {
  return database.inSystem(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('lettrage first organisation', 0))`);
    if (await tx.existsBy(Membership, {})) return null;
    const [first] = await tx.find(Organisation, { order: { createdAt: 'asc' }, take: 1 });
    const organisationId = first?.organisationId ?? (await createOrganisation(tx, firstOrganisation, now));
    return { url: signInUrl(settings.publicUrl, await ownerSecret(tx, organisationId, settings.tokenSecret, now)) };
  });
}

async function ownerSecret(tx: Transaction, organisationId: string, key: string, now: Date): Promise<string> {
  const link = await tx.findOneBy(SignInLink, { organisationId, role: 'owner' });
  if (link && link.expiresAt.getTime() - now.getTime() > worthShowingMs) {
    const secret = secretOfLink(link.linkId, key);
    if (hashOf(secret).equals(link.linkHash)) return secret;
  }
  await tx.delete(SignInLink, { organisationId, role: 'owner' });
  const linkId = newId();
  const secret = secretOfLink(linkId, key);
  await tx.insert(SignInLink, { organisationId, linkId, linkHash: hashOf(secret), role: 'owner', createdAt: now, expiresAt: new Date(now.getTime() + linkLifetimeMs) });
  return secret;
}

function secretOfLink(linkId: string, key: string): string {
  return derivedSecret(key, `lettrage owner link ${linkId}`);
}
