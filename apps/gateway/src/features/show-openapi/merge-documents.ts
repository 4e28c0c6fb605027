import { type OpenAPIObject } from '@nestjs/swagger';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ServiceDocument {
  readonly service: string;
  /** Null when the service does not answer. */
  readonly document: OpenAPIObject | null;
}

/** One description of the whole API: the gateway's own paths and, under /api, those of the services. Schemas of the same name but other content get the service's name before theirs. */
export function mergeDocuments(own: OpenAPIObject, services: readonly ServiceDocument[]): OpenAPIObject {
  const schemas: Record<string, unknown> = { ...own.components?.schemas };
  const paths: OpenAPIObject['paths'] = { ...own.paths };
  for (const { service, document } of services) {
    if (!document) continue;
    const renamed = renamings(service, document.components?.schemas ?? {}, schemas);
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) schemas[renamed.get(name) ?? name] = redirected(schema as Json, renamed);
    for (const [path, item] of Object.entries(document.paths)) paths[`/api${path}`] = redirected(item as Json, renamed) as (typeof paths)[string];
  }
  const silent = services.filter(({ document }) => !document).map(({ service }) => service);
  return {
    ...own,
    info: { ...own.info, title: 'Lettrage', description: silent.length > 0 ? `Not described here, because they do not answer at this moment: ${silent.join(', ')}.` : '' },
    paths,
    components: {
      ...own.components,
      schemas: schemas as NonNullable<OpenAPIObject['components']>['schemas'] & object,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'An API token, let_…' }, cookie: { type: 'apiKey', in: 'cookie', name: 'lettrage_session' } },
    },
    security: [{ bearer: [] }, { cookie: [] }],
  };
}

function renamings(service: string, theirs: object, ours: Readonly<Record<string, unknown>>): Map<string, string> {
  const clashing = Object.entries(theirs).filter(([name, schema]) => name in ours && JSON.stringify(ours[name]) !== JSON.stringify(schema));
  return new Map(clashing.map(([name]) => [name, `${service}.${name}`]));
}

function redirected(value: Json, renamed: ReadonlyMap<string, string>): Json {
  if (renamed.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redirected(item, renamed));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === '$ref' && typeof item === 'string' ? redirectedRef(item, renamed) : redirected(item, renamed)]));
}

function redirectedRef(ref: string, renamed: ReadonlyMap<string, string>): string {
  const prefix = '#/components/schemas/';
  const name = ref.startsWith(prefix) ? renamed.get(ref.slice(prefix.length)) : undefined;
  return name ? `${prefix}${name}` : ref;
}
