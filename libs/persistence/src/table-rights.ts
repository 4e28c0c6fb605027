export interface TableRights {
  /** What the service may do with rows of the organisation at hand. An append-only table refuses UPDATE and DELETE to everyone but its owner. */
  readonly organisation?: 'read_write' | 'append_only' | 'none';
  /** Whether the service's machinery may reach all rows: outbox, inbox, sign-in. Never for business tables. */
  readonly system?: boolean;
}

/**
 * The statements that put a table behind the wall: row-level security enabled and forced, one policy per kind of access,
 * and only the rights that are named. Every table of a service schema has a column `organisation_id`.
 */
export function tableRights(schema: string, table: string, { organisation = 'read_write', system = false }: TableRights = {}): string[] {
  const role = `lettrage_${schema}`;
  const statements = [`alter table ${table} enable row level security`, `alter table ${table} force row level security`];
  if (organisation !== 'none') {
    const own = `organisation_id = (select nullif(current_setting('lettrage.organisation_id', true), '')::uuid)`;
    statements.push(
      `create policy organisation on ${table} to ${role} using (${own}) with check (${own})`,
      `grant select, insert${organisation === 'read_write' ? ', update, delete' : ''} on ${table} to ${role}`,
    );
  }
  if (system) {
    statements.push(`create policy system on ${table} to ${role}_system using (true) with check (true)`, `grant select, insert, update, delete on ${table} to ${role}_system`);
  }
  return statements;
}
