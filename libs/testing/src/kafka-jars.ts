import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cachedFolder } from './cached-folder.js';

const POM = join(import.meta.dirname, '../../../test/kafka/pom.xml');
const MAVEN_LIMIT_MS = 10 * 60_000;
const WHAT_TO_INSTALL =
  'Install a JDK of version 17 or later and Maven (Debian: apt-get install -y openjdk-17-jdk-headless maven), or start a Docker engine, ' +
  'or set LETTRAGE_KAFKA_BROKERS to the brokers of a Kafka that is there.';

/** The folder with the jars of test/kafka/pom.xml, brought by Maven once a machine. Refuses, saying what to install, without Java 17 or Maven. */
export async function kafkaJars(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  await expectJava17(environment);
  const pom = await readFile(POM, 'utf8');
  const version = /<kafka\.version>([^<]+)</.exec(pom)?.[1] ?? 'unknown';
  const digest = createHash('sha256').update(pom).digest('hex').slice(0, 8);
  return cachedFolder(`kafka-${version}-${digest}`, (folder) => fetchJars(folder, environment));
}

async function expectJava17(environment: NodeJS.ProcessEnv): Promise<void> {
  // java prints its version to stderr: openjdk version "17.0.15" 2025-04-15
  const said = await promisify(execFile)('java', ['-version'], { env: environment }).then(
    ({ stderr }) => stderr,
    () => undefined,
  );
  if (said === undefined) throw new Error(`The tests need a Kafka broker, and there is no Java to run one. ${WHAT_TO_INSTALL}`);
  const major = Number(/version "(\d+)/.exec(said)?.[1] ?? 0);
  if (major < 17) throw new Error(`The tests need a Kafka broker, which runs on Java 17 or later; this is ${said.split('\n')[0]}. ${WHAT_TO_INSTALL}`);
}

async function fetchJars(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const args = ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
  // Maven keeps what it fetches in the home folder of the system's user list; a service account may have none.
  const home = await access(userInfo().homedir, constants.W_OK).then(() => true, () => false);
  if (!home) args.push(`-Dmaven.repo.local=${join(folder, '..', 'maven')}`);
  try {
    await promisify(execFile)('mvn', args, { env: environment, timeout: MAVEN_LIMIT_MS });
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stdout?: string };
    if (failure.code === 'ENOENT') throw new Error(`The tests need a Kafka broker, and there is no Maven to fetch its jars. ${WHAT_TO_INSTALL}`);
    const said = (failure.stdout ?? '').trim().split('\n').slice(-8).join('\n');
    throw new Error(`Maven could not fetch the jars of ${POM}: ${said || failure.message}\nCheck its access to Maven Central (~/.m2/settings.xml).`);
  }
}
