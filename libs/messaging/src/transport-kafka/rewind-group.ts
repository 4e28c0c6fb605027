import { Kafka, logLevel } from 'kafkajs';
import { type KafkaSettings } from './kafka-transport.js';

/** Sets a consumer group's offsets to the beginning of the topics; false, and nothing moved, while the group has members. */
export async function rewindGroup(settings: KafkaSettings, consumer: string, topics: readonly string[]): Promise<boolean> {
  const groupId = settings.prefix + consumer;
  const admin = new Kafka({ clientId: settings.clientId, brokers: [...settings.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { groups } = await admin.describeGroups([groupId]);
    if (groups.some(({ state }) => state !== 'Empty' && state !== 'Dead')) return false;
    for (const topic of topics) await admin.resetOffsets({ groupId, topic: settings.prefix + topic, earliest: true });
    return true;
  } finally {
    await admin.disconnect();
  }
}
