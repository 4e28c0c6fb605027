import { type RunningGateway } from './start-gateway.js';

/** Prints the owner's one-time link on standard output, as long as nobody has ever signed in. */
export async function announceFirstSignIn(gateway: Pick<RunningGateway, 'ensureFirstOrganisation'>): Promise<void> {
  const first = await gateway.ensureFirstOrganisation();
  if (first) process.stdout.write(`\nNobody has signed in yet. The owner signs in here, once, and chooses a password:\n\n  ${first.url}\n\n`);
}
