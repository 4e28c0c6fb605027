import { Text } from '@mantine/core';
import type { QueueEntry } from '../../api/types.js';
import { useReasonText } from '../../display/use-reason-text.js';

/** What is known of a receipt beyond its proposals, such as the rule that set it aside. */
export function Remarks({ entry }: { entry: QueueEntry }) {
  const text = useReasonText();
  const remarks = entry.remarks ?? [];
  return remarks.length > 0 ? <Text size="sm">{remarks.map(text).join(' · ')}</Text> : null;
}
