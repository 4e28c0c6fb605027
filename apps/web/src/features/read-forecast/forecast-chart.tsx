import { useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Area, CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ForecastDay } from '../../api/types.js';
import { useFormats } from '../../i18n/use-formats.js';

/** The cumulative inflow as a curve inside its 80 % band; the same figures stand week by week in the table below it. */
export default function ForecastChart({ days, currency }: { days: ForecastDay[]; currency: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const still = useReducedMotion();
  // Numbers only to place the curve; what is written comes from the decimal strings.
  const data = days.map((day) => ({ date: day.date, day, cumulative: Number(day.cumulative), band: [Number(day.low), Number(day.high)] }));
  const exact = (_value: unknown, _name: unknown, item: { dataKey?: unknown; payload?: { day: ForecastDay } }) => {
    const day = item.payload?.day;
    if (!day) return '';
    return item.dataKey === 'band'
      ? `${formats.money(day.low, currency)} – ${formats.money(day.high, currency)}`
      : formats.money(day.cumulative, currency);
  };
  return (
    <ResponsiveContainer width="100%" height={340}>
      <ComposedChart data={data} margin={{ left: 0, right: 16, top: 8 }} accessibilityLayer aria-label={t('forecast.chart')}>
        <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
        <XAxis
          dataKey="date"
          tickFormatter={formats.dayAndMonth}
          minTickGap={48}
          stroke="var(--mantine-color-dimmed)"
          fontSize={12}
          tickLine={false}
        />
        <YAxis
          width={72}
          tickFormatter={(value: number) => formats.compact(value, currency)}
          stroke="var(--mantine-color-dimmed)"
          fontSize={12}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          labelFormatter={((date: string) => formats.date(date)) as never}
          formatter={exact as never}
          contentStyle={{ background: 'var(--mantine-color-body)', borderColor: 'var(--mantine-color-default-border)', borderRadius: 8 }}
        />
        <Legend formatter={(name: string) => <span style={{ color: 'var(--mantine-color-text)', fontSize: 13 }}>{name}</span>} />
        <Area
          dataKey="band"
          name={t('forecast.band')}
          type="monotone"
          legendType="rect"
          stroke="none"
          fill="var(--mantine-color-ledger-5)"
          fillOpacity={0.25}
          isAnimationActive={!still}
          animationDuration={300}
        />
        <Line
          dataKey="cumulative"
          name={t('forecast.cumulative')}
          type="monotone"
          legendType="plainline"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={2.5}
          dot={false}
          isAnimationActive={!still}
          animationDuration={300}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
