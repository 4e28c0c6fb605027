import { GenericContainer, Wait, getContainerRuntimeClient } from 'testcontainers';
import { freePorts } from './free-port.js';
import type { TestKafka } from './kafka.js';

const IMAGE = process.env['LETTRAGE_KAFKA_IMAGE'] ?? 'apache/kafka:4.3.0';
const INNER_PORT = 9092;
const START_LIMIT_MS = 120_000;

/** The same broker as a container; its port on 127.0.0.1 is chosen beforehand, because clients are told it by the broker. */
export async function startContainerBroker(): Promise<TestKafka> {
  const [port] = (await freePorts(1)) as [number];
  const started = await new GenericContainer(IMAGE)
    .withExposedPorts({ container: INNER_PORT, host: port })
    .withEnvironment(environmentOf(port))
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .withStartupTimeout(START_LIMIT_MS)
    .start();
  const container = (await getContainerRuntimeClient()).container.getById(started.getId());
  const isRunning = async (): Promise<boolean> => (await container.inspect()).State.Running;
  const halt = async (): Promise<void> => void ((await isRunning()) && (await container.stop({ t: 20 })));
  return {
    brokers: [`127.0.0.1:${port}`],
    kill: async () => {
      await container.kill({ signal: 'SIGKILL' });
      while (await isRunning()) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    halt,
    restart: async () => {
      await halt();
      const since = Math.floor(Date.now() / 1000) - 1;
      await container.start();
      const deadline = performance.now() + START_LIMIT_MS;
      while (!(await container.logs({ stdout: true, stderr: true, since })).toString('utf8').includes('Kafka Server started')) {
        if (performance.now() > deadline) throw new Error(`The container of ${IMAGE} did not start again within ${START_LIMIT_MS / 1000} s.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    stop: async () => void (await started.stop({ remove: true, removeVolumes: true })),
  };
}

function environmentOf(port: number): Record<string, string> {
  return {
    CLUSTER_ID: 'bGV0dHJhZ2UtdGVzdC0wMQ',
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    // Inside its container the broker cannot reach itself by the address that clients are told.
    KAFKA_LISTENERS: `PLAINTEXT://0.0.0.0:${INNER_PORT},INSIDE://127.0.0.1:9094,CONTROLLER://127.0.0.1:9093`,
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port},INSIDE://127.0.0.1:9094`,
    KAFKA_INTER_BROKER_LISTENER_NAME: 'INSIDE',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@127.0.0.1:9093',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_NUM_PARTITIONS: '4',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '8',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_BROKER_SESSION_TIMEOUT_MS: '2000',
    KAFKA_BROKER_HEARTBEAT_INTERVAL_MS: '500',
    KAFKA_HEAP_OPTS: '-Xms256m -Xmx512m',
  };
}
