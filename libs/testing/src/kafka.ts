import { dockerEngineAnswers } from './docker-engine.js';
import { startJvmBroker } from './kafka-broker-jvm.js';
import { kafkaJars } from './kafka-jars.js';
import { askTestRun } from './test-run-client.js';

export interface TestKafka {
  /** host:port, as LETTRAGE_KAFKA_BROKERS takes them. */
  brokers: string[];
  /** Ends it without warning, as a power cut does. The data stay. */
  kill(): Promise<void>;
  /** Stops it in order. The data stay. */
  halt(): Promise<void>;
  /** Starts it again on the same ports and data; stops it first if it runs. */
  restart(): Promise<void>;
  /** Stops it for good and removes its data. */
  stop(): Promise<void>;
}

/**
 * A broker of one's own, to be stopped and killed at will: a container where a Docker engine answers, else a real Apache Kafka from Maven's
 * jars on this machine's Java. Refuses, saying what to install, where neither can be had.
 */
export async function startTestKafka(environment: NodeJS.ProcessEnv = process.env): Promise<TestKafka> {
  if (await dockerEngineAnswers(environment)) {
    try {
      const { startContainerBroker } = await import('./kafka-broker-container.js');
      return await startContainerBroker();
    } catch (error) {
      process.stderr.write(`A Docker engine answers but gave no Kafka (${String(error)}); taking the jars instead.\n`);
    }
  }
  return startJvmBroker(environment);
}

/**
 * The broker that all test files of a Jest run share: LETTRAGE_KAFKA_BROKERS if set, else one as startTestKafka() gives, started when the
 * first test asks and stopped with the run. Keep topics and consumer groups apart by name.
 */
export async function sharedTestKafka(): Promise<{ brokers: string[] }> {
  const given = process.env['LETTRAGE_KAFKA_BROKERS'];
  if (given !== undefined && given !== '') return { brokers: given.split(',').map((broker) => broker.trim()) };
  return (await askTestRun('kafka')) as { brokers: string[] };
}

/** Downloads what startTestKafka() will need, so that the first test's time limit does not pay for it. Never fails: the start will say why. */
export async function prepareTestKafka(): Promise<void> {
  if (process.env['LETTRAGE_KAFKA_BROKERS'] || (await dockerEngineAnswers())) return;
  await kafkaJars().catch(() => undefined);
}
