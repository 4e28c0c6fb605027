import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GlanceEntry } from '../../api/types.js';
import { Icon } from '../../display/icon.js';
import { Mark } from '../../display/mark.js';
import { Money } from '../../display/money.js';
import { ProposalLines } from '../../display/proposal-lines.js';
import { useReasonText } from '../../display/use-reason-text.js';
import { useFormats } from '../../i18n/use-formats.js';
import classes from './glance.module.css';

interface EntryCardProps {
  entry: GlanceEntry;
  /** The one that the arrow keys have come to. */
  active: boolean;
  onFocus: () => void;
  onSeen: (() => void) | null;
  onUndo: (() => void) | null;
}

/** One allocation: the receipt, whose it was taken for, what it paid, why, and how sure that was. */
export function EntryCard({ entry, active, onFocus, onSeen, onUndo }: EntryCardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const text = useReasonText();
  const proposal = entry.proposals[0];
  const name = entry.counterpartyName ?? t('queue.unknownPayer');
  const said = t('glance.entry', { amount: formats.money(entry.amount, entry.currency), name });
  return (
    <li className={classes.entry} tabIndex={active ? 0 : -1} data-active={active || undefined} aria-label={said} onFocus={onFocus}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes.receipt}>
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            <Money amount={entry.amount} currency={entry.currency} /> · {name}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[formats.date(entry.bookingDate), ...entry.structuredReferences, entry.remittance].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap="xs">
          <Mark tone="quiet">{t(`glance.method.${entry.method}`)}</Mark>
          {proposal ? (
            <Mark tone="good" icon="check">
              {t('queue.confidence', { percent: formats.percent(proposal.confidence) })}
            </Mark>
          ) : null}
        </Group>
      </Group>
      {proposal ? (
        <>
          <Text size="sm" mt={4} fw={500}>
            {proposal.customerName ?? '–'}
          </Text>
          <ProposalLines proposal={proposal} currency={entry.currency} allocated />
          {proposal.reasons.length > 0 ? (
            <Text size="sm" c="dimmed" mt={4}>
              {proposal.reasons.map(text).join(' · ')}
            </Text>
          ) : null}
        </>
      ) : null}
      <Group gap="xs" mt="xs">
        {onSeen ? (
          <Button size="compact-sm" variant="default" leftSection={<Icon name="check" size={14} />} aria-label={t('glance.seenOf', { entry: said })} onClick={onSeen}>
            {t('glance.seen')}
          </Button>
        ) : null}
        {onUndo ? (
          <Button size="compact-sm" variant="default" leftSection={<Icon name="undo" size={14} />} aria-label={t('glance.undoOf', { entry: said })} onClick={onUndo}>
            {t('action.undo')}
          </Button>
        ) : null}
        {entry.seenAt ? (
          <Text size="xs" c="dimmed">
            {t('glance.seenOn', { date: formats.instant(entry.seenAt) })}
          </Text>
        ) : null}
      </Group>
    </li>
  );
}
