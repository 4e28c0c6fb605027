import { Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal, QueueEntry } from '../../api/types.js';
import { ProposalLines } from '../../display/proposal-lines.js';
import { useReasonText } from '../../display/use-reason-text.js';
import { bandOfConfidence } from './band.js';
import { BandMark } from './band-mark.js';
import classes from './queue.module.css';

interface ProposalCardProps {
  proposal: Proposal;
  entry: QueueEntry;
  position: number;
  selected: boolean;
  /** Another proposal is as likely: no word of certainty then. */
  contested: boolean;
  onChoose: () => void;
}

/** One explanation of the receipt: whose it is, why, which items it pays, and the difference by its name. */
export function ProposalCard({ proposal, entry, position, selected, contested, onChoose }: ProposalCardProps) {
  const { t } = useTranslation();
  const reasons = proposal.reasons.map(useReasonText());
  return (
    <UnstyledButton
      component="div"
      role="radio"
      aria-checked={selected}
      tabIndex={selected || (position === 1 && !selected) ? 0 : -1}
      className={classes.proposal}
      onClick={onChoose}
      onKeyDown={(event) => (event.key === ' ' ? (event.preventDefault(), onChoose()) : undefined)}
    >
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" align="flex-start" miw={0}>
          {position <= 5 ? (
            <Kbd size="xs" visibleFrom="md" aria-hidden>
              {position}
            </Kbd>
          ) : null}
          <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {proposal.customerName ?? t('queue.candidate', { rank: proposal.rank })}
          </Text>
        </Group>
        <BandMark band={contested ? 'to_review' : bandOfConfidence(proposal.confidence)} confidence={proposal.confidence} />
      </Group>
      {reasons.length > 0 ? (
        <Text size="sm" c="dimmed" mt={2}>
          {reasons.join(' · ')}
        </Text>
      ) : null}
      <ProposalLines proposal={proposal} currency={entry.currency} />
    </UnstyledButton>
  );
}
