import { Group, Highlight, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '../../api/types.js';
import { Money } from '../../display/money.js';
import { useFormats } from '../../i18n/use-formats.js';
import { BankDetails } from './bank-details.js';

/** The receipt as the bank tells it, with the numbers that the candidates recognise in it marked. */
export function BankLine({ entry }: { entry: QueueEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const numbers = [...new Set(entry.proposals.flatMap((proposal) => proposal.lines.map((line) => line.number)))].filter(
    (number) => number.length > 2,
  );
  const small: [string, string | null][] = [
    [t('queue.structured'), entry.structuredReferences.join(', ') || null],
    [t('field.iban'), entry.counterpartyIban?.replace(/(.{4})(?=.)/g, '$1 ') ?? null],
    [t('queue.bankReference'), entry.reference],
  ];
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="baseline" gap="sm" wrap="wrap">
        <Title order={2}>{entry.counterpartyName ?? t('queue.unknownPayer')}</Title>
        <Text fw={700} fz="1.375rem">
          <Money amount={entry.amount} currency={entry.currency} />
        </Text>
      </Group>
      <Highlight highlight={numbers} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {entry.remittance ?? t('queue.noRemittance')}
      </Highlight>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[formats.date(entry.bookingDate), ...small.filter(([, value]) => value).map(([name, value]) => `${name} ${value}`)].join(' · ')}
      </Text>
      <BankDetails key={entry.transactionId} transactionId={entry.transactionId} />
    </Stack>
  );
}
