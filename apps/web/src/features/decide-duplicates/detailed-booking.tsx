import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicateDecision, ProbableDuplicate } from '../../api/types.js';
import { useFormats } from '../../i18n/use-formats.js';
import { type DecidedTogether, sumOf } from './by-booking.js';
import { Line } from './line.js';

interface DetailedBookingProps {
  booking: NonNullable<DecidedTogether['booking']>;
  entries: DecidedTogether['entries'];
  /** Where a replacement that was asked for stands. */
  asked: 'waiting' | 'in_vain' | null;
  onDecide: ((entry: ProbableDuplicate, decision: DuplicateDecision) => void) | null;
  deciding: boolean;
}

/** A bulk booking that has been decided whole, with its payments, which came later: it stays as it is, or they take its place. */
export function DetailedBooking({ booking, entries, asked, onDecide, deciding }: DetailedBookingProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [first] = entries;
  const amount = formats.money(booking.amount, booking.currency);
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Line transaction={booking} from={null} />
        <Text size="sm">{t('duplicates.batch', { count: entries.length, number: formats.number(entries.length), amount: formats.money(sumOf(entries), first.currency) })}</Text>
        <Text size="xs" c="dimmed">
          {t('duplicates.batchHint')}
        </Text>
        {entries.map((entry) => (
          <Line key={entry.transactionId} transaction={entry} from={entry === first ? entry.filename : null} />
        ))}
        <Text size="sm" role="status">
          {asked ? t(asked === 'waiting' ? 'duplicates.replacing' : 'duplicates.notReplaced') : ''}
        </Text>
        {onDecide ? (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              loading={deciding || asked === 'waiting'}
              aria-label={t('duplicates.replaceOf', { amount })}
              onClick={() => onDecide(first, { decision: 'replace' })}
            >
              {t('duplicates.replace')}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={deciding || asked === 'waiting'}
              aria-label={t('duplicates.keepBatchOf', { amount })}
              onClick={() => onDecide(first, { decision: 'same', transactionId: booking.transactionId })}
            >
              {t('duplicates.keepBatch')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}
