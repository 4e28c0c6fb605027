import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allocationsQuery } from '../../api/invoicing.js';
import { useSession } from '../../api/session.js';
import type { QueueEntry } from '../../api/types.js';
import { Icon } from '../../display/icon.js';
import { Money } from '../../display/money.js';
import { useFormats } from '../../i18n/use-formats.js';
import { BankLine } from './bank-line.js';
import classes from './queue.module.css';
import { Remarks } from './remarks.js';

/** How a receipt was decided, by whom, what the ledger says of it, and the way back. */
export function Decision({ entry, onUndo, undoing }: { entry: QueueEntry; onUndo: (() => void) | null; undoing: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { userId } = useSession();
  const by = t(entry.decidedBy === 'automatic' ? 'queue.automatic' : entry.decidedBy === userId ? 'queue.byYou' : 'queue.byColleague');
  const date = entry.decidedAt ? formats.instant(entry.decidedAt) : '';
  return (
    <Paper className={classes.card}>
      <Stack gap="md" p="md">
        <BankLine entry={entry} />
        <Text size="sm">
          {t(entry.state === 'settled' ? 'queue.settledOn' : entry.state === 'set_aside' ? 'queue.setAsideOn' : 'queue.inProgress', { by, date })}
        </Text>
        <Remarks entry={entry} />
        {entry.state === 'settled' ? <LedgerEntries transactionId={entry.transactionId} /> : null}
      </Stack>
      {onUndo ? (
        <Group className={classes.actions}>
          <Button variant="default" leftSection={<Icon name="undo" />} loading={undoing} onClick={onUndo}>
            {t('action.undo')}
          </Button>
        </Group>
      ) : null}
    </Paper>
  );
}

function LedgerEntries({ transactionId }: { transactionId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useQuery(allocationsQuery(transactionId));
  if (!data) return null;
  return (
    <Table className={classes.lines} aria-label={t('queue.allocations')} verticalSpacing={3} horizontalSpacing={0}>
      <Table.Tbody>
        {data.items.map((line) => (
          <Table.Tr key={line.entryId}>
            <Table.Td>
              <Text span size="sm" fw={500} className="numbers">
                {line.itemNumber ?? t(`queue.entryKind.${line.kind}`)}
              </Text>
              <Text size="xs" c="dimmed">
                {[
                  line.customerName,
                  line.dueDate ? t('queue.due', { date: formats.date(line.dueDate) }) : null,
                  line.reverses ? t('queue.reversed') : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={line.amount} currency={line.currency} size="sm" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
