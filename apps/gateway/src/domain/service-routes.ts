export const serviceNames = ['invoicing', 'bank-import', 'matching', 'cash'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Which service answers what, by the first part of the path after /api. */
export const serviceOfPrefix: Readonly<Record<string, ServiceName>> = {
  customers: 'invoicing',
  invoices: 'invoicing',
  allocations: 'invoicing',
  'bank-accounts': 'bank-import',
  statements: 'bank-import',
  transactions: 'bank-import',
  'probable-duplicates': 'bank-import',
  'statement-warnings': 'bank-import',
  queue: 'matching',
  history: 'matching',
  'allocation-policies': 'matching',
  glance: 'matching',
  precision: 'matching',
  rules: 'matching',
  learning: 'matching',
  'aged-balance': 'cash',
  forecast: 'cash',
  dso: 'cash',
};

export interface ServiceRoute {
  readonly service: ServiceName;
  /** Path and query as the service knows them. */
  readonly path: string;
}

/** What stands before the services' paths at the public door. */
export const publicPrefix = '/api';

/**
 * The service and its path for a request's target as it came over the wire, or null. The path is resolved first ("..", "%2e", "\"), so that
 * nothing under a service's prefix leads to what lies beside it.
 */
export function serviceRouteOf(target: string): ServiceRoute | null {
  if (!target.startsWith(`${publicPrefix}/`) || !URL.canParse(`http://gateway${target}`)) return null;
  const { pathname, search } = new URL(`http://gateway${target}`);
  if (!pathname.startsWith(`${publicPrefix}/`)) return null;
  const path = pathname.slice(publicPrefix.length);
  const first = path.split('/', 2)[1]!;
  const service = Object.hasOwn(serviceOfPrefix, first) ? serviceOfPrefix[first] : undefined;
  return service ? { service, path: `${path}${search}` } : null;
}
