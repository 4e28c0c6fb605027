import { describe, expect, it } from '@jest/globals';
import { AssignerProtocol, type Cluster } from 'kafkajs';
import { samePartitions } from './same-partitions.js';

/** Topics with their numbers of partitions, and who gets what. */
async function assign(partitions: Record<string, number>, memberIds: readonly string[]): Promise<Record<string, Record<string, number[]>>> {
  const cluster = { findTopicPartitionMetadata: (topic: string) => Array.from({ length: partitions[topic]! }, (_, partitionId) => ({ partitionId })) } as unknown as Cluster;
  const assigner = samePartitions({ cluster, groupId: 'g', logger: undefined as never });
  const topics = Object.keys(partitions);
  const members = memberIds.map((memberId) => ({ memberId, memberMetadata: Buffer.alloc(0) }));
  const groups = await assigner.assign({ members, topics });
  return Object.fromEntries(groups.map(({ memberId, memberAssignment }) => [memberId, AssignerProtocol.MemberAssignment.decode(memberAssignment)!.assignment]));
}

describe('samePartitions', () => {
  it('gives a partition number to one member on all topics', async () => {
    expect(await assign({ b: 5, a: 5 }, ['m2', 'm1'])).toEqual({
      m1: { a: [0, 2, 4], b: [0, 2, 4] },
      m2: { a: [1, 3], b: [1, 3] },
    });
  });

  it('gives each partition to somebody, exactly once', async () => {
    for (let members = 1; members <= 7; members++) {
      const shares = Object.values(await assign({ a: 6 }, Array.from({ length: members }, (_, index) => `m${index}`)));
      expect(shares.flatMap((share) => share['a'] ?? []).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    }
  });

  it('leaves members without work where there are more of them than partitions', async () => {
    expect(await assign({ a: 1 }, ['m1', 'm2'])).toEqual({ m1: { a: [0] }, m2: {} });
  });

  it('does not depend on the order in which members and topics are named', async () => {
    expect(await assign({ a: 4, b: 4 }, ['x', 'y', 'z'])).toEqual(await assign({ b: 4, a: 4 }, ['z', 'x', 'y']));
  });

  it('names itself and the topics to the group', () => {
    const { name, metadata } = samePartitions({ cluster: undefined as never, groupId: 'g', logger: undefined as never }).protocol({ topics: ['a', 'b'] });
    expect(name).toBe('LettrageSamePartitions');
    expect(AssignerProtocol.MemberMetadata.decode(metadata)).toMatchObject({ version: 1, topics: ['a', 'b'] });
  });
});
