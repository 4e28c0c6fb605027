import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { collectOutput, endProcess, exitOf } from './child-process.js';
import { freePorts } from './free-port.js';
import type { TestKafka } from './kafka.js';
import { kafkaJars } from './kafka-jars.js';
import { guardProcess } from './process-guard.js';

const START_LIMIT_MS = 60_000;

interface Installation {
  folder: string;
  classPath: string;
  ports: [broker: number, controller: number];
}

/** A real Apache Kafka broker in KRaft mode on free ports of 127.0.0.1, from Maven's jars, with 512 MB of heap and its data in a temporary folder. */
export async function startJvmBroker(environment: NodeJS.ProcessEnv = process.env): Promise<TestKafka> {
  const jars = await kafkaJars(environment);
  for (let attempt = 1; ; attempt += 1) {
    const installation = await install(jars);
    try {
      const child = await startBroker(installation);
      return controlsOf(installation, child);
    } catch (error) {
      await rm(installation.folder, { recursive: true, force: true });
      // Between choosing a free port and binding it somebody else may have taken it.
      if (attempt === 3 || !String(error).includes('Address already in use')) throw error;
    }
  }
}

async function install(jars: string): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'lettrage-kafka-'));
  const ports = (await freePorts(2)) as [number, number];
  await writeFile(join(folder, 'server.properties'), serverProperties(ports, join(folder, 'data')));
  await writeFile(join(folder, 'log4j2.xml'), LOGGING);
  const classPath = join(jars, '*');
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', join(folder, 'server.properties'), '--standalone'];
  await promisify(execFile)('java', [...javaOptions(folder, '64m'), '-cp', classPath, ...format]);
  return { folder, classPath, ports };
}

// A short-lived broker gains nothing from the optimising compiler, and on two cores loses seconds to it.
function javaOptions(folder: string, heap: string): string[] {
  return [`-Xmx${heap}`, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', `-Dlog4j2.configurationFile=${join(folder, 'log4j2.xml')}`];
}

async function startBroker({ folder, classPath, ports }: Installation): Promise<ChildProcess> {
  const args = ['-Xms256m', ...javaOptions(folder, '512m'), '-cp', classPath, 'kafka.Kafka', join(folder, 'server.properties')];
  const child = spawn('java', args, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collectOutput(child, 200);
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
    child.once('error', reject);
    child.once('spawn', () => guardProcess(child.pid as number, exitOf(child), folder));
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`The Kafka broker on port ${ports[0]} did not start within ${START_LIMIT_MS / 1000} s:\n${output.text().trim()}`));
    });
    output.onText(() => {
      if (!output.text().includes('Kafka Server started')) return;
      clearTimeout(late);
      resolve();
    });
  });
  return child;
}

function controlsOf(installation: Installation, first: ChildProcess): TestKafka {
  let child = first;
  return {
    brokers: [`127.0.0.1:${installation.ports[0]}`],
    kill: () => endProcess(child, 'SIGKILL'),
    halt: () => endProcess(child, 'SIGTERM'),
    restart: async () => {
      await endProcess(child, 'SIGTERM');
      child = await startBroker(installation);
    },
    stop: async () => {
      await endProcess(child, 'SIGTERM');
      await rm(installation.folder, { recursive: true, force: true });
    },
  };
}

function serverProperties([broker, controller]: [number, number], data: string): string {
  return `process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${broker}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
controller.quorum.bootstrap.servers=127.0.0.1:${controller}
log.dirs=${data}
num.partitions=4
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=8
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
# After kill -9 the next start is fenced until the old session has run out: 3.7 s with these two instead of 11.8 s.
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
`;
}

const LOGGING = `<Configuration status="warn">
  <Appenders><Console name="out"><PatternLayout pattern="%d %p %m (%c{1})%n"/></Console></Appenders>
  <Loggers>
    <Logger name="kafka.server.KafkaRaftServer" level="info"/>
    <Root level="error"><AppenderRef ref="out"/></Root>
  </Loggers>
</Configuration>
`;
