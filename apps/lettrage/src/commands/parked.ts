import { Connection } from '@lettrage/persistence';
import { Refusal, WrongUsage } from '../cli/exit.js';
import { withAdministratorUrl } from '../system/administrator-url.js';
import { schemas } from '../system/schemas.js';

export const usage = 'lettrage parked list | lettrage parked replay [ID...]   (without an ID: all)';
const shown = 500;

interface Parked {
  parked_id: string;
  consumer: string;
  topic: string;
  name: string | null;
  position: string;
  attempts: number;
  parked_at: Date;
  replay_asked_at: Date | null;
  reason: string;
}

/** `lettrage parked list|replay`: messages that a service could not handle, and handing them to it again after the cause is mended. */
export async function run([action, ...ids]: string[]): Promise<void> {
  if (action === 'list' && ids.length === 0) await withAdministratorUrl((url) => connected(url, list));
  else if (action === 'replay') await withAdministratorUrl((url) => connected(url, (client) => replay(client, ids)));
  else throw new WrongUsage(`usage: ${usage}`);
}

const services = schemas.filter(({ roles = true }) => roles).map(({ name }) => name);

async function list(client: Connection): Promise<void> {
  const { rows } = await client.query<Parked>(
    `${services.map((schema) => `select parked_id, consumer, topic, name, position, attempts, parked_at, replay_asked_at, reason from ${schema}.parked_message where replayed_at is null`).join(' union all ')}
     order by parked_at, parked_id limit ${shown}`,
  );
  if (rows.length === 0) process.stdout.write('No message is parked.\n');
  for (const row of rows) {
    process.stdout.write(`${row.parked_id}  ${row.parked_at.toISOString()}  ${row.consumer}  ${row.name ?? '(no name)'}  ${row.position}  ${row.attempts} attempts${row.replay_asked_at ? ', replay asked' : ''}\n    ${row.reason.split('\n')[0]}\n`);
  }
}

async function replay(client: Connection, ids: readonly string[]): Promise<void> {
  const wrong = ids.find((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
  if (wrong !== undefined) throw new WrongUsage(`"${wrong}" is not the id of a parked message\nusage: ${usage}`);
  let asked = 0;
  for (const schema of services) {
    const { rowCount } = await client.query(`update ${schema}.parked_message set replay_asked_at = now() where replayed_at is null and ($1::uuid[] is null or parked_id = any ($1))`, [ids.length > 0 ? ids : null]);
    asked += rowCount ?? 0;
  }
  if (asked < ids.length) throw new Refusal(`${ids.length - asked} of the ${ids.length} ids are not parked (any more); see: lettrage parked list`);
  await client.query(`select pg_notify('lettrage_replay', '')`);
  process.stdout.write(`${asked} messages are handed to their service again, at once if it runs, else when it starts; what fails again is parked again.\n`);
}

async function connected(url: string, work: (client: Connection) => Promise<void>): Promise<void> {
  const client = new Connection({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
