import { createHmac } from 'node:crypto';

/** The password of a service's role, from one secret: nothing to write down, and another one in every installation. */
export function rolePassword(secret: string, schema: string): string {
  return createHmac('sha256', secret).update(`database role ${schema}`).digest('base64url');
}

/** The database as the service's own role sees it. */
export function roleUrl(administratorUrl: string, secret: string, schema: string): string {
  const url = new URL(administratorUrl);
  url.username = `lettrage_${schema}`;
  url.password = rolePassword(secret, schema);
  return url.href;
}
