import { Group, Kbd, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal, QueueEntry } from '../../api/types.js';
import { Money } from '../../display/money.js';
import { useFormats } from '../../i18n/use-formats.js';
import type { Texts } from '../../i18n/fr.js';
import { bandOfConfidence } from './band.js';
import { BandMark } from './band-mark.js';
import classes from './queue.module.css';
import { reasonText, writtenBy } from './reason-text.js';

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
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const templates = (i18n.getResourceBundle(i18n.language, 'translation') as Texts).reason;
  const reasons = proposal.reasons.map((reason) => reasonText(reason, templates, writtenBy(formats)));
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
      <Lines proposal={proposal} currency={entry.currency} />
    </UnstyledButton>
  );
}

function Lines({ proposal, currency }: { proposal: Proposal; currency: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table className={classes.lines} verticalSpacing={3} horizontalSpacing={0} withRowBorders={false}>
      <Table.Tbody>
        {proposal.lines.map((line) => (
          <Table.Tr key={line.itemId}>
            <Table.Td>
              <Text span size="sm" fw={500} className="numbers">
                {line.number}
              </Text>{' '}
              <Text span size="xs" c="dimmed">
                {[line.kind === 'credit_note' ? t('itemKind.credit_note') : null, t('queue.due', { date: formats.date(line.dueDate) })]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={line.amount} currency={currency} size="sm" />
              {line.amount === line.open ? null : (
                <Text span size="xs" c="dimmed" className="numbers">
                  {' '}
                  {t('queue.ofOpen', { open: formats.money(line.open, currency) })}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
        {proposal.difference ? (
          <Table.Tr>
            <Table.Td>
              <Text span size="sm" fw={500}>
                {t(`difference.${proposal.difference.kind}`)}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={opposite(proposal.difference.amount)} currency={currency} size="sm" />
            </Table.Td>
          </Table.Tr>
        ) : null}
      </Table.Tbody>
    </Table>
  );
}

/** A difference is allocated minus received; beside the items, where the column adds up to what was received, it stands with the other sign. */
function opposite(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
