import { Text } from '@mantine/core';
import { useEffect, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '../../api/types.js';
import { Mark } from '../../display/mark.js';
import { Money } from '../../display/money.js';
import { useFormats } from '../../i18n/use-formats.js';
import { bandOf } from './band.js';
import { BandMark } from './band-mark.js';
import classes from './queue.module.css';

interface QueueListProps {
  rows: QueueEntry[];
  total: number | undefined;
  selected: QueueEntry | undefined;
  onSelect: (transactionId: string) => void;
  gridRef: Ref<HTMLDivElement>;
}

/** The receipts as a grid of one tab stop; the arrow keys belong to the panes around it. */
export function QueueList({ rows, total, selected, onSelect, gridRef }: QueueListProps) {
  const { t } = useTranslation();
  const active = selected ? rowId(selected.transactionId) : undefined;
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      role="grid"
      tabIndex={0}
      ref={gridRef}
      className={classes.grid}
      aria-label={t('queue.list')}
      aria-rowcount={total ?? -1}
      aria-activedescendant={active}
    >
      {rows.map((entry, index) => (
        <Row key={entry.transactionId} entry={entry} index={index} selected={entry.transactionId === selected?.transactionId} onSelect={onSelect} />
      ))}
    </div>
  );
}

function Row({
  entry,
  index,
  selected,
  onSelect,
}: {
  entry: QueueEntry;
  index: number;
  selected: boolean;
  onSelect: (transactionId: string) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div
      role="row"
      id={rowId(entry.transactionId)}
      aria-rowindex={index + 1}
      aria-selected={selected}
      className={classes.row}
      onClick={() => onSelect(entry.transactionId)}
    >
      <div role="gridcell" className={classes.who}>
        <Text span size="sm" fw={600} truncate display="block">
          {entry.counterpartyName ?? t('queue.unknownPayer')}
        </Text>
        <Text span size="xs" c="dimmed" truncate display="block">
          {[formats.dayAndMonth(entry.bookingDate), ...entry.structuredReferences, entry.remittance].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div role="gridcell" className={classes.howMuch}>
        <Money amount={entry.amount} currency={entry.currency} fw={600} size="sm" />
        {entry.state !== 'waiting' ? null : entry.waitingBecause === 'policy' ? (
          <Mark tone="fair" icon="person">
            {t('queue.kept')}
          </Mark>
        ) : (
          <BandMark band={bandOf(entry.proposals)} />
        )}
      </div>
    </div>
  );
}

function rowId(transactionId: string): string {
  return `receipt-${transactionId}`;
}
