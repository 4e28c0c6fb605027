/** Where a browser says that a request comes from: a page of ours, another's, or nothing is said (programs do not). */
export type Provenance = 'own' | 'foreign' | 'unsaid';

export interface ProvenanceHeaders {
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

/**
 * Reads Sec-Fetch-Site (W3C Fetch Metadata), and where a browser does not send it (plain http to another machine), Origin, which must be the
 * public address or the very host that was asked. A page cannot forge either.
 */
export function provenanceOf({ secFetchSite, origin, host }: ProvenanceHeaders, publicOrigin: string): Provenance {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' || secFetchSite === 'none' ? 'own' : 'foreign';
  if (origin === undefined) return 'unsaid';
  if (origin === publicOrigin) return 'own';
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase() ? 'own' : 'foreign';
}

/** Methods that change nothing (RFC 9110, 9.2.1) need no proof of where they come from. */
export function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
