import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CsvQuestion } from '../../api/types.js';
import { useFormats } from '../../i18n/use-formats.js';
import { dateOrders, readingOf } from './csv-answers.js';

interface UnreadDatesProps {
  dates: NonNullable<CsvQuestion['unread']>;
  /** Other orders, under which all of them can be read. */
  readings?: CsvQuestion['readings'];
}

/** Which rows have a date that cannot be read, what stands there, and in which order it could be. */
export function UnreadDates({ dates, readings = [] }: UnreadDatesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (dates.length === 0) return null;
  const readable = readings.flatMap(({ value, text }) => {
    const [order, read] = [dateOrders.find((known) => known === value), readingOf(text)];
    return order && read && 'date' in read ? [t('csv.orderExample', { name: t(`csv.order.${order}`), cell: read.cell, date: formats.date(read.date) })] : [];
  });
  return (
    <Stack gap={2}>
      <Text size="sm">{t('csv.unread')}</Text>
      <List size="sm" spacing={0} aria-label={t('csv.unread')}>
        {dates.map(({ record, cell }) => (
          <List.Item key={record}>{t('csv.unreadRow', { row: formats.number(record), cell })}</List.Item>
        ))}
      </List>
      {readable.length > 0 ? <Text size="sm">{t('csv.unreadChoose', { readings: readable.join(' · ') })}</Text> : null}
    </Stack>
  );
}
