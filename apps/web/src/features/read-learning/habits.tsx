import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerLearning } from '../../api/types.js';
import { useFormats } from '../../i18n/use-formats.js';
import { delayOf } from './delay.js';

/** How a customer pays: when, what its payments name, how many items at once, with which differences. */
export function Habits({ learning }: { learning: CustomerLearning }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { delay, references, grouping, differences, rejections } = learning;
  const days = (value: number) => {
    const { when, days: count } = delayOf(value);
    return t(`learning.${when}`, { days: formats.number(count) });
  };
  const habits: [string, string | null][] = [
    [t('learning.delayMedian'), delay ? days(delay.medianDays) : null],
    [t('learning.delayLast'), delay ? days(delay.lastDays) : null],
    [t('learning.references'), t('learning.referencesText', { whole: formats.number(references.whole), tail: formats.number(references.tail), none: formats.number(references.none) })],
    [
      t('learning.grouping'),
      grouping.severalItems > 0
        ? t('learning.groupingText', { count: grouping.severalItems, number: formats.number(grouping.severalItems), most: formats.number(grouping.mostItems) })
        : t('learning.groupingNone'),
    ],
    [
      t('learning.differences'),
      differences.length > 0 ? differences.map(({ kind, payments }) => t('learning.differenceText', { kind: t(`difference.${kind}`), number: formats.number(payments) })).join(', ') : t('learning.differencesNone'),
    ],
    [
      t('learning.rejections'),
      rejections.count > 0 && rejections.last ? t('learning.rejectionsText', { number: formats.number(rejections.count), date: formats.date(rejections.last) }) : t('learning.rejectionsNone'),
    ],
  ];
  return (
    <Stack gap={6}>
      <Title order={3}>{t('learning.habits')}</Title>
      <dl style={{ margin: 0 }}>
        {habits
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <Text component="dt" size="xs" c="dimmed">
                {name}
              </Text>
              <Text component="dd" size="sm" m={0} mb={6}>
                {value}
              </Text>
            </div>
          ))}
      </dl>
    </Stack>
  );
}
