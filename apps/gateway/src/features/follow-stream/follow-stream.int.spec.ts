import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { agedBalanceChanged, forecastChanged, identityHttp, queueChanged } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { Database, newId } from '@lettrage/persistence';
import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';
import { Housekeeping } from '../forget-what-is-over/housekeeping.js';
import { own, post, type SignedIn, signInOwner, startTestGateway, type TestGateway, useLink } from '../../../testing/gateway-under-test.js';
import { heartbeatMs, LiveStreams, mostStreamsPerCredential } from './live-streams.js';

let gateway: TestGateway;
let owner: SignedIn;
let administrator: pg.Client;
const opened: AbortController[] = [];

beforeAll(async () => {
  gateway = await startTestGateway();
  owner = await signInOwner(gateway);
  administrator = new pg.Client(gateway.administratorUrl);
  await administrator.connect();
});
afterEach(() => opened.splice(0).forEach((stream) => stream.abort()));
afterAll(async () => {
  await administrator?.end();
  await gateway?.stop();
});

const database = () => gateway.running.app.get(Database);
const streams = () => gateway.running.app.get(LiveStreams);

/** Says that `waiting` cases wait, as the matching service does. */
const say = (organisationId: string, waiting: number) =>
  database().inOrganisation(organisationId, (tx) => publish(tx, organisationId, queueChanged, [{ ...queueChanged.sample, waiting, transactionIds: [] }]));

interface Followed {
  response: Response;
  text(): string;
  /** Waits until `count` events have come, and returns them. */
  events(count: number): Promise<{ id: string; event: string; data: { waiting: number } }[]>;
  ended: Promise<unknown>;
}

async function follow(url: string, headers: Record<string, string>, query = ''): Promise<Followed> {
  const leaving = new AbortController();
  opened.push(leaving);
  const response = await fetch(`${url}/api/stream${query}`, { headers, signal: leaving.signal });
  let text = '';
  const ended = (async () => {
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) text += part;
  })().catch(() => undefined);
  const events: { id: string; event: string; data: { waiting: number } }[] = [];
  let parsedTo = 0;
  const parsed = () => {
    for (let end = text.indexOf('\n\n', parsedTo); end >= 0; end = text.indexOf('\n\n', parsedTo)) {
      const fields = Object.fromEntries(text.slice(parsedTo, end).split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
      if (fields['event']) events.push({ id: fields['id']!, event: fields['event'], data: JSON.parse(fields['data']!) as { waiting: number } });
      parsedTo = end + 2;
    }
    return events;
  };
  const until = async (done: () => boolean) => {
    for (const limit = Date.now() + 60_000; !done(); ) {
      if (Date.now() > limit) throw new Error(`the stream brought only: ${text.slice(0, 2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  if (response.status === 200) await until(() => text.includes('id: '));
  return { response, text: () => text, ended, events: async (count) => (await until(() => parsed().length >= count), [...parsed()]) };
}

const mine = () => owner.session.organisation.organisationId;
const asOwner = () => ({ cookie: owner.cookie });

describe('the live stream', () => {
  it('is a stream for browsers and for proxies on the way, and begins with a place to resume from', async () => {
    const { response, text } = await follow(gateway.url, asOwner());
    expect(response.status).toBe(200);
    expect(Object.fromEntries(['content-type', 'cache-control', 'x-accel-buffering'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no',
    });
    expect(text()).toMatch(/^retry: 2000\nid: \d+\n\n$/);
  });

  it('brings what is said in the organisation, in order, with name and payload, on every gateway', async () => {
    const replica = await gateway.replica();
    const [here, there] = await Promise.all([follow(gateway.url, asOwner()), follow(replica.url, asOwner())]);
    await database().inOrganisation(mine(), async (tx) => {
      await publish(tx, mine(), agedBalanceChanged, [agedBalanceChanged.sample]);
      await publish(tx, mine(), forecastChanged, [forecastChanged.sample]);
    });
    await say(mine(), 3);
    const events = await here.events(3);
    expect(events.map(({ event, data }) => [event, data])).toEqual([
      [agedBalanceChanged.name, agedBalanceChanged.sample],
      [forecastChanged.name, forecastChanged.sample],
      [queueChanged.name, { ...queueChanged.sample, waiting: 3, transactionIds: [] }],
    ]);
    expect(await there.events(3)).toEqual(events);
    const ids = events.map(({ id }) => BigInt(id));
    expect(ids[0]! < ids[1]! && ids[1]! < ids[2]!).toBe(true);
  });

  it('brings nothing of another organisation', async () => {
    const other = newId();
    await administrator.query(`insert into gateway.organisation values ($1, 1, 'Autre', 'EUR', 'FR', 'Europe/Paris', now())`, [other]);
    const stream = await follow(gateway.url, asOwner());
    await say(other, 666);
    await say(mine(), 1);
    expect((await stream.events(1)).map(({ data }) => data.waiting)).toEqual([1]);
    const { rows } = await administrator.query('select count(*)::int as kept from gateway.live_event where organisation_id = $1', [other]);
    expect(rows).toEqual([{ kept: 1 }]);
  });

  it('is there within 100 ms of the commit, as a rule', async () => {
    const stream = await follow(gateway.url, asOwner());
    const medians: number[] = [];
    // A machine that is busy with other things gets more rounds; what comes by the clock (once a second) is late in all of them.
    for (let heard = 0; medians.length < 5 && !medians.some((median) => median < 100); ) {
      const took: number[] = [];
      for (let n = 0; n < 20; n++) {
        const committed = await say(mine(), ++heard).then(() => performance.now());
        await stream.events(heard);
        took.push(performance.now() - committed);
      }
      took.sort((a, b) => a - b);
      process.stderr.write(`commit to client: median ${took[10]!.toFixed(1)} ms, slowest ${took[19]!.toFixed(1)} ms\n`);
      medians.push(took[10]!);
    }
    expect(Math.min(...medians)).toBeLessThan(100);
  });

  it('resumes after the last event that was heard, without a gap and without a repetition', async () => {
    const first = await follow(gateway.url, asOwner());
    await say(mine(), 1);
    const [heard] = await first.events(1);
    opened.splice(0).forEach((stream) => stream.abort());
    for (const waiting of [2, 3]) await say(mine(), waiting);
    const probe = await follow(gateway.url, { ...asOwner(), 'last-event-id': heard!.id });
    await probe.events(2);
    await Promise.all(Array.from({ length: 10 }, (_, n) => say(mine(), 10 + n)));
    const resumed = await follow(gateway.url, { ...asOwner(), 'last-event-id': heard!.id });
    const events = await resumed.events(12);
    expect(events.slice(0, 2).map(({ data }) => data.waiting)).toEqual([2, 3]);
    expect(events.slice(2).map(({ data }) => data.waiting).sort()).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(12);
    expect(await probe.events(12)).toEqual(events);
  });

  it('begins where the session said, so that a page hears what changed while it was loading; a place of its own goes before that', async () => {
    const { streamPosition } = identityHttp.shownSession.parse(await (await fetch(`${gateway.url}/api/session`, { headers: asOwner() })).json());
    const witness = await follow(gateway.url, asOwner());
    for (const waiting of [21, 22]) await say(mine(), waiting);
    const [first] = await witness.events(2);
    const page = await follow(gateway.url, asOwner(), `?after=${streamPosition}`);
    expect((await page.events(2)).map(({ data }) => data.waiting)).toEqual([21, 22]);
    const resumed = await follow(gateway.url, { ...asOwner(), 'last-event-id': first!.id }, `?after=${streamPosition}`);
    expect((await resumed.events(1)).map(({ data }) => data.waiting)).toEqual([22]);
    const refused = await fetch(`${gateway.url}/api/stream?after=yesterday`, { headers: asOwner() });
    expect([refused.status, await refused.json()]).toEqual([400, expect.objectContaining({ code: 'invalid_query' })]);
  });

  it('begins at the end for a place that is no place, or one that is not reached yet', async () => {
    const before = await follow(gateway.url, asOwner());
    await say(mine(), 1);
    await before.events(1);
    for (const place of ['junk', '999999999999']) {
      const stream = await follow(gateway.url, { ...asOwner(), 'last-event-id': place });
      await say(mine(), 77);
      expect((await stream.events(1)).map(({ data }) => data.waiting)).toEqual([77]);
    }
  });
});

describe('limits of the live stream', () => {
  it('a session has a bounded number, and one that closes makes room', async () => {
    for (let n = 0; n < mostStreamsPerCredential; n++) expect((await follow(gateway.url, asOwner())).response.status).toBe(200);
    const refused = await fetch(`${gateway.url}/api/stream`, { headers: asOwner() });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    await refused.body?.cancel();
    opened.pop()!.abort();
    // The gateway hears of the hang-up a moment later.
    for (const limit = Date.now() + 30_000; (await follow(gateway.url, asOwner())).response.status !== 200; ) if (Date.now() > limit) throw new Error('no room was made');
  });

  it('the stream of a session that is over ends at the next heartbeat; others are kept awake', async () => {
    const invitation = (await (await post(`${gateway.url}/api/members/invitations`, { role: 'viewer' }, { cookie: owner.cookie })).json()) as { url: string };
    const viewer = await useLink(gateway.url, invitation.url, 'viewer@example.com');
    const [staying, leaving] = await Promise.all([follow(gateway.url, asOwner()), follow(gateway.url, { cookie: viewer.cookie })]);
    await fetch(`${gateway.url}/api/session`, { method: 'DELETE', headers: { cookie: viewer.cookie, ...own } });
    await streams().beat(new Date());
    await leaving.ended;
    await say(mine(), 5);
    await staying.events(1);
    expect([staying.text().includes(': still here\n\n'), leaving.text().includes('still here')]).toEqual([true, false]);
    expect(heartbeatMs).toBe(15_000);
  });

  it('does not keep an idle session alive', async () => {
    const stream = await follow(gateway.url, asOwner());
    const later = new Date(Date.now() + 12 * 3_600_000 + 60_000);
    await streams().beat(later);
    await stream.ended;
  });

  it('a client that takes nothing is let go, and may resume', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET /api/stream HTTP/1.1\r\nHost: x\r\nCookie: ${owner.cookie}\r\n\r\n`);
    await once(socket, 'data'); // the stream has begun
    socket.pause();
    const other = await follow(gateway.url, asOwner());
    const events = 4_000;
    for (let n = 0; n < 10; n++) {
      await administrator.query(`insert into gateway.live_event (organisation_id, name, payload) select $1, 'x', json_build_object('waiting', n, 'filling', repeat('x', 4000))::text from generate_series(1, $2::int) as n`, [mine(), events / 10]);
      await administrator.query(`select pg_notify('lettrage_live', $1)`, [mine()]);
    }
    await other.events(events);
    let bytes = 0;
    await new Promise((resolve) => socket.on('data', (part) => (bytes += part.length)).on('close', resolve).on('error', resolve).resume());
    expect(bytes).toBeLessThan(events * 4_000);
    expect(other.response.ok).toBe(true);
  });

  it('events are kept for an hour', async () => {
    const stream = await follow(gateway.url, asOwner());
    await say(mine(), 1);
    await stream.events(1);
    await administrator.query(`update gateway.live_event set at = at - interval '61 minutes'`);
    await say(mine(), 2);
    await stream.events(2);
    await gateway.running.app.get(Housekeeping).sweep(new Date());
    const { rows } = await administrator.query<{ waiting: number }>(`select (payload::json ->> 'waiting')::int as waiting from gateway.live_event where organisation_id = $1`, [mine()]);
    expect(rows).toEqual([{ waiting: 2 }]);
  });
});
