import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type EventContract, eventByName, events, streamedEvents, topics } from './index.js';

const named = events.map((event) => [event.name, event] as const);
const folder = join(import.meta.dirname, '../samples');
/** Samples of every build that ever was: `<name>.json`, and `<name>.<n>.json` where the contract has grown since. */
const goldenSamples = readdirSync(folder).sort().map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown] as const);
const contractOf = (file: string) => eventByName(/^(.*\.v\d+)(\.\d+)?\.json$/.exec(file)?.[1] ?? file);

describe('names', () => {
  it('are service, what happened, and version; in the past tense; each once', () => {
    expect(events.map(({ name }) => name).filter((name) => !/^[a-z-]+\.[a-z-]+(ed|set-aside)\.v[1-9]\d*$/.test(name))).toEqual([]);
    expect(new Set(events.map(({ name }) => name)).size).toBe(events.length);
    const names = Object.values(topics).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(named)('%s lies on a topic of the service that says it, one of those that are created', (name, { topic }) => {
    expect(Object.values(topics)).toContain(topic);
    expect(topic.name.split('.')[0]).toBe(name.split('.')[0]);
  });

  it('lead to their contract, and others nowhere', () => {
    for (const [name, event] of named) expect(eventByName(name)).toBe(event);
    expect(eventByName('invoicing.open-item-changed.v9')).toBeUndefined();
  });

  it('every topic has an event', () => {
    expect(Object.values(topics).filter((topic) => !events.some((event) => event.topic === topic))).toEqual([]);
  });
});

describe.each(named)('%s', (_, event: EventContract<never>) => {
  it('reads its own sample as it is, also after the way through JSON', () => {
    expect(event.schema.parse(event.sample)).toEqual(event.sample);
    expect(event.schema.parse(JSON.parse(JSON.stringify(event.sample)))).toEqual(event.sample);
  });

  it('needs every field that the sample has, and leaves out what it does not know', () => {
    for (const field of Object.keys(event.sample)) {
      const { [field]: _, ...rest } = event.sample as Record<string, unknown>;
      expect([field, event.schema.safeParse(rest).success]).toEqual([field, false]);
    }
    expect(event.schema.parse({ ...(event.sample as object), colour: 'red' })).toEqual(event.sample);
  });

  it('says when it is fired', () => expect(event.firedWhen.length).toBeGreaterThan(20));

  it('has its sample among those that are kept for ever', () => {
    const kept = goldenSamples.filter(([file]) => contractOf(file) === event).map(([, sample]) => sample);
    expect(kept).toContainEqual(JSON.parse(JSON.stringify(event.sample)));
  });
});

describe('samples that are kept for ever', () => {
  it.each(goldenSamples)('%s is read by this build, nothing of it is lost, and it keeps its key', (file, sample) => {
    const contract = contractOf(file);
    if (!contract) throw new Error(`the contract of ${file} is gone; messages of it lie on the log for ever`);
    expect(contract.schema.parse(sample)).toMatchObject(sample as object);
    expect(contract.key(contract.schema.parse(sample))).toBe(contract.key(contract.sample));
  });
});

describe('what earlier builds said', () => {
  const replaced = events.flatMap((event) => event.formerly.map(({ contract, today }) => [contract.name, { event, contract, today }] as const));

  it.each(replaced)('%s is still a contract, and reads as what is said today', (name, { event, contract, today }) => {
    expect(eventByName(name)).toBe(contract);
    expect(contract.formerly).toEqual([]);
    const said = today(contract.schema.parse(contract.sample));
    expect(event.schema.parse(said)).toEqual(event.sample);
  });

  it('is replaced by one event only', () => expect(new Set(replaced.map(([name]) => name)).size).toBe(replaced.length));
});

describe('compacted topics', () => {
  const things = { 'identity.organisations': 'organisationId', 'invoicing.customers': 'customerId', 'invoicing.open-items': 'itemId' };

  it('are those of whole things', () => {
    expect(Object.values(topics).filter(({ compacted }) => compacted).map(({ name }) => name)).toEqual(Object.keys(things));
  });

  it('carry one kind of snapshot each, with a version, under the key of the thing', () => {
    for (const [topic, id] of Object.entries(things)) {
      const [event, ...others] = events.filter((each) => each.topic.name === topic);
      expect(others).toEqual([]);
      const sample = event!.sample as unknown as Record<string, unknown>;
      expect(event!.key(event!.sample)).toBe(sample[id]);
      expect(sample['version']).toBe(1);
    }
  });

  it('are the only ones with keys: elsewhere the key is the organisation’s', () => {
    for (const event of events.filter(({ topic }) => !topic.compacted)) expect(event.key(event.sample)).toBeNull();
  });

  it('and facts are kept for ever, news for a week', () => {
    expect(Object.values(topics).filter(({ keptDays }) => keptDays !== null)).toEqual(['matching.outdated', 'matching.guidance', 'cash.figures'].map((name) => ({ name, compacted: false, keptDays: 7 })));
  });
});

describe('the live stream', () => {
  it('carries no whole things: they go to services, not to browsers', () => {
    expect(streamedEvents.filter(({ topic }) => topic.compacted)).toEqual([]);
    expect(streamedEvents.filter((event) => !events.includes(event as never))).toEqual([]);
  });
});
