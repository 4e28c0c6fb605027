import { useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { AgedBalanceRow } from '../../api/types.js';
import { useFormats } from '../../i18n/use-formats.js';
import { bucketColour, buckets, toPlot, type Bucket } from './buckets.js';

const rowHeight = 34;
const longestName = 22;

/** The customers who owe most, a bar each, stacked by age; the same figures stand in the table below it. */
export default function AgedChart({ rows, currency }: { rows: AgedBalanceRow[]; currency: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const still = useReducedMotion();
  const narrow = useMediaQuery('(max-width: 48em)');
  const data = rows.map((row) => ({ name: row.customerName, row, ...Object.fromEntries(buckets.map((bucket) => [bucket, toPlot(row[bucket])])) }));
  const exact = (_value: unknown, _name: unknown, item: { dataKey?: unknown; payload?: { row: AgedBalanceRow } }) =>
    item.payload ? formats.money(item.payload.row[item.dataKey as Bucket], currency) : '';
  return (
    <ResponsiveContainer width="100%" height={rows.length * rowHeight + 80}>
      <BarChart data={data} layout="vertical" margin={{ left: 0, right: 16 }} stackOffset="sign" accessibilityLayer aria-label={t('aged.chart')}>
        <CartesianGrid horizontal={false} stroke="var(--mantine-color-default-border)" />
        <XAxis
          type="number"
          tickFormatter={(value: number) => formats.compact(value, currency)}
          stroke="var(--mantine-color-dimmed)"
          fontSize={12}
          tickLine={false}
        />
        <YAxis
          type="category"
          dataKey="name"
          width={narrow ? 100 : 190}
          tickFormatter={(name: string) => short(name, narrow ? 11 : longestName)}
          stroke="var(--mantine-color-dimmed)"
          fontSize={12}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          formatter={exact as never}
          cursor={{ fill: 'var(--mantine-color-default-hover)' }}
          contentStyle={{ background: 'var(--mantine-color-body)', borderColor: 'var(--mantine-color-default-border)', borderRadius: 8 }}
        />
        {/* In the order of age, not of the alphabet. */}
        <Legend itemSorter={null} formatter={(name: string) => <span style={{ color: 'var(--mantine-color-text)', fontSize: 13 }}>{name}</span>} />
        {buckets.map((bucket) => (
          <Bar
            key={bucket}
            dataKey={bucket}
            name={t(`aged.buckets.${bucket}`)}
            stackId="age"
            fill={bucketColour[bucket]}
            isAnimationActive={!still}
            animationDuration={300}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** On one line: the axis would break a name into two that touch the next. */
function short(name: string, longest: number): string {
  return (name.length > longest ? `${name.slice(0, longest - 1)}…` : name).replaceAll(' ', '\u00a0');
}
