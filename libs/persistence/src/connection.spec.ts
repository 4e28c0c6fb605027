import { createServer, type Server, type Socket } from 'node:net';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@lettrage/observability';
import { Connection } from './connection.js';
import { Database, isOutage } from './index.js';

/** A message of the server: its letter, its length, its body (PostgreSQL, "Message Formats"). */
function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const welcome = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))];
const farewell = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0', 'latin1'));

describe('a server that lets in and ends the connection in one breath', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((socket: Socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([...welcome, farewell])));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `postgres://somebody:secret@127.0.0.1:${(server.address() as AddressInfo).port}/anything`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const failureOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it did not fail'); }, (error: unknown) => error);

  it('ends no process: the next statement fails as an outage', async () => {
    const connection = new Connection({ connectionString: url });
    await connection.connect();
    expect(isOutage(await failureOf(connection.query('select 1')))).toBe(true);
  });

  it('is an outage where it lets nobody in and says nothing', async () => {
    const silent = createServer((socket: Socket) => void socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const connection = new Connection({ connectionString: `postgres://somebody:secret@127.0.0.1:${port}/anything`, connectionTimeoutMillis: 50 });
    expect(isOutage(await failureOf(connection.connect()))).toBe(true);
    await new Promise((resolve) => silent.close(resolve));
  });

  it('ends no service that opens its pool, or a connection of its own', async () => {
    const database = new Database({ url, schema: 'notes' }, createLogger('test', 'silent'));
    expect(isOutage(await failureOf(database.connect(0)))).toBe(true);
    expect(isOutage(await failureOf(database.openSystem('a test')))).toBe(true);
  });
});
