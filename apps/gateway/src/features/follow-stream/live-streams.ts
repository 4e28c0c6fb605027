import { LOG, Refused } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database, Listener } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Authentication } from '../../access/authentication.js';
import { type Credential } from '../../access/identity.js';
import { heartbeatFrame } from '../../domain/event-frame.js';
import { OrganisationFeed } from './organisation-feed.js';
import { liveChannel } from './record-live-events.js';
import { type StreamClient } from './stream-client.js';

/** A session (its tabs), or an API token, follows with at most so many streams on one gateway. */
export const mostStreamsPerCredential = 8;
/** One gateway holds at most so many streams. */
const mostStreams = 2_000;
export const heartbeatMs = 15_000;
/** A notification is only a hint: who has clients also looks by the clock. */
const lookMs = 1_000;
const reconnectMs = 1_000;

/** The open streams of this gateway. */
@Injectable()
export class LiveStreams {
  private readonly clients = new Set<StreamClient>();
  private readonly feeds = new Map<string, OrganisationFeed>();
  private readonly listener: Listener;
  private timers: NodeJS.Timeout[] = [];
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly authentication: Authentication,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.listener = new Listener(database.settings.url, log);
  }

  start(): void {
    this.listener.on(liveChannel, (organisationId) => (organisationId === '' ? this.wakeAll() : this.wake(organisationId)));
    void this.listen();
    this.timers = [setInterval(() => this.wakeAll(), lookMs), setInterval(() => void this.beat(new Date()), heartbeatMs)];
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    for (const client of this.clients) client.end();
    await this.listener.stop();
  }

  /** Refuses one stream too many; else the client gets what it missed and then what comes. */
  async follow(client: StreamClient, after: bigint | null): Promise<void> {
    if (client.gone) return;
    this.requireRoom(client.credential);
    this.clients.add(client);
    const feed = this.feeds.get(client.organisationId) ?? new OrganisationFeed(client.organisationId, this.database);
    this.feeds.set(client.organisationId, feed);
    client.onClose(() => {
      this.clients.delete(client);
      feed.leave(client);
      if (feed.empty && this.feeds.get(client.organisationId) === feed) this.feeds.delete(client.organisationId);
    });
    client.open();
    try {
      await feed.join(client, after);
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'a stream could not begin');
      client.end();
    }
  }

  /** Ends the streams of sessions that are over and of tokens that are revoked, and keeps the others awake. */
  async beat(now: Date): Promise<void> {
    const clients = [...this.clients];
    if (clients.length === 0) return;
    try {
      const good = await this.authentication.stillGood(clients.map(({ credential }) => credential), now);
      for (const client of clients) {
        client.dropIfBehind();
        if (good.has(client.credential.hash.toString('hex'))) client.send(heartbeatFrame);
        else client.end();
      }
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'the sessions of the open streams could not be looked at');
    }
  }

  private requireRoom({ hash }: Credential): void {
    const full = (detail: string) => new Refused('too_many_attempts', detail, { remedy: 'Close a page that is no longer looked at', headers: { 'Retry-After': '10' } });
    if (this.clients.size >= mostStreams) throw full('The gateway holds as many live streams as it can');
    const ofTheSame = [...this.clients].filter(({ credential }) => credential.hash.equals(hash)).length;
    if (ofTheSame >= mostStreamsPerCredential) throw full(`This session has ${mostStreamsPerCredential} live streams already`);
  }

  private wakeAll(): void {
    for (const organisationId of this.feeds.keys()) this.wake(organisationId);
  }

  private wake(organisationId: string): void {
    this.feeds.get(organisationId)?.wake().catch((error: Error) => this.log.warn({ error: error.message }, 'the live events could not be read; the next look is within a second'));
  }

  /** The first connection may fail like any other; later ones the listener makes anew by itself. */
  private async listen(): Promise<void> {
    while (!this.stopped) {
      try {
        return await this.listener.start();
      } catch (error) {
        this.log.warn({ error: (error as Error).message }, 'the live channel could not be listened to');
        await new Promise((resolve) => setTimeout(resolve, reconnectMs));
      }
    }
  }
}
