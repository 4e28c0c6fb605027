import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';

const name = 'LettrageSamePartitions';

/**
 * Gives a partition number to one member on all topics. kafkajs' own assigner deals topics out one by one, so that two
 * members could each hold a part of one organisation's messages.
 */
export const samePartitions: PartitionAssigner = ({ cluster }) => ({
  name,
  version: 1,
  async assign({ members, topics }) {
    const names = members.map(({ memberId }) => memberId).sort();
    const assignment = new Map(names.map((memberId) => [memberId, {} as Record<string, number[]>]));
    for (const topic of [...topics].sort()) {
      for (const { partitionId } of cluster.findTopicPartitionMetadata(topic)) {
        const mine = assignment.get(names[partitionId % names.length]!)!;
        (mine[topic] ??= []).push(partitionId);
      }
    }
    return names.map((memberId) => ({ memberId, memberAssignment: AssignerProtocol.MemberAssignment.encode({ version: 1, assignment: assignment.get(memberId)!, userData: Buffer.alloc(0) }) }));
  },
  protocol({ topics }) {
    return { name, metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }) };
  },
});
