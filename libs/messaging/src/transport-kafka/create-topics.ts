import { topics as allTopics, type Topic } from '@lettrage/contracts';
import { type Log } from '@lettrage/observability';
import kafkajs, { type Admin } from 'kafkajs';
import { largestMessageBytes } from '../message-size.js';
import { type KafkaSettings } from './kafka-transport.js';

// Node finds no named export for this one in the CommonJS package.
const { ConfigResourceTypes } = kafkajs;
const dayMs = 86_400_000;
/** One message of the largest size beside a batch of small ones, and what the protocol puts around them. */
const largestBatchBytes = largestMessageBytes + 4 * 1024 ** 2;

/** Creates the topics that are missing, says which of the others are not as they must be, and returns how many partitions each has. */
export async function createTopics(admin: Admin, settings: KafkaSettings, log: Log): Promise<Map<string, number>> {
  const topics = Object.values(allTopics);
  const fullName = (topic: Topic) => settings.prefix + topic.name;
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(fullName(topic)));
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic: fullName(topic),
        numPartitions: settings.partitions,
        replicationFactor: settings.replicationFactor,
        configEntries: Object.entries(configOf(topic)).map(([name, value]) => ({ name, value })),
      })),
    });
  }
  await tellDifferences(admin, topics.filter((topic) => existing.has(fullName(topic))), fullName, log);
  const { topics: known } = await admin.fetchTopicMetadata({ topics: topics.map(fullName) });
  const counts = new Map(known.map(({ name, partitions }) => [name.slice(settings.prefix.length), partitions.length]));
  if (new Set(counts.values()).size > 1) log.error({ partitions: Object.fromEntries(counts) }, 'the topics differ in their number of partitions; an organisation’s messages may reach two replicas at once');
  return counts;
}

/** Facts stay: projections are rebuilt from them. */
function configOf({ compacted, keptDays }: Topic): Record<string, string> {
  return { 'cleanup.policy': compacted ? 'compact' : 'delete', 'retention.ms': keptDays === null ? '-1' : String(keptDays * dayMs), 'max.message.bytes': String(largestBatchBytes) };
}

/** Someone else may have made the topics. What would lose facts, or refuse a message some day, is said at every start. */
async function tellDifferences(admin: Admin, topics: readonly Topic[], fullName: (topic: Topic) => string, log: Log): Promise<void> {
  if (topics.length === 0) return;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((topic) => ({ type: ConfigResourceTypes.TOPIC, name: fullName(topic), configNames: Object.keys(configOf(topic)) })),
  });
  for (const topic of topics) {
    const wanted = configOf(topic);
    const entries = resources.find(({ resourceName }) => resourceName === fullName(topic))?.configEntries ?? [];
    for (const { configName, configValue } of entries) {
      const enough = configName === 'max.message.bytes' ? Number(configValue) >= largestBatchBytes : configValue === wanted[configName];
      if (!enough) log.error({ topic: fullName(topic), setting: configName, is: configValue, mustBe: wanted[configName] }, 'a topic is not set up as it must be; alter it with kafka-configs');
    }
  }
}
