import { Kafka, logLevel } from 'kafkajs';
import { type KafkaSettings } from './kafka-transport.js';

/**
 * Forgets a consumer group's offsets: its consumers begin at the beginning when they next join. False, and nothing forgotten, while the group has
 * members. (The client's own resetOffsets joins the group once per topic, which takes seconds each.)
 */
export async function rewindGroup(settings: KafkaSettings, consumer: string): Promise<boolean> {
  const groupId = settings.prefix + consumer;
  const admin = new Kafka({ clientId: settings.clientId, brokers: [...settings.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { groups } = await admin.describeGroups([groupId]);
    const state = groups[0]?.state ?? 'Dead';
    if (state === 'Dead') return true; // there is no such group: it has never listened
    if (state !== 'Empty') return false;
    await admin.deleteGroups([groupId]);
    return true;
  } finally {
    await admin.disconnect();
  }
}
