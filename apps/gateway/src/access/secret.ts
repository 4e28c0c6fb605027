import { createHash, createHmac, randomBytes } from 'node:crypto';

const secretBytes = 32;
const apiTokenPrefix = 'let_';

/** A secret that nobody guesses: 256 bits, in the alphabet of URLs. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** The secret of an API token says what it is, so that scanners for leaked secrets find it. */
export function newApiTokenSecret(): string {
  return `${apiTokenPrefix}${newSecret()}`;
}

export function isApiTokenSecret(text: string): boolean {
  return text.startsWith(apiTokenPrefix);
}

/** All that is stored of a secret. It is random, so that a fast hash without salt suffices. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A secret that every replica derives alike from the one that they share, so that they print the same link. */
export function derivedSecret(key: string, purpose: string): string {
  return createHmac('sha256', key).update(purpose).digest('base64url');
}
