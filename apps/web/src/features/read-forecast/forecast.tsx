import { Group, Paper, SegmentedControl, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forecastQuery } from '../../api/cash.js';
import { columnsOf, DataTable } from '../../display/data-table.js';
import { Empty, Loading } from '../../display/list-states.js';
import { Money } from '../../display/money.js';
import { Page } from '../../display/page.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { weeksOf, type ForecastWeek } from './weeks.js';

const ForecastChart = lazy(async () => import('./forecast-chart.js'));
const horizonsDays = [30, 60, 90] as const;
const helper = columnsOf<ForecastWeek>();

/** What will come in, day by day and week by week, with the band that it keeps to 8 times in 10. */
export function Forecast() {
  const { t } = useTranslation();
  const formats = useFormats();
  const [days, setDays] = useState<number>(90);
  const [chosen, setChosen] = useState<string | null>(null);
  const forecast = useQuery(forecastQuery(days));
  const currencies = [...new Set(forecast.data?.days.map((day) => day.currency))];
  const currency = chosen && currencies.includes(chosen) ? chosen : (currencies[0] ?? 'EUR');
  const shown = useMemo(() => forecast.data?.days.filter((day) => day.currency === currency) ?? [], [forecast.data, currency]);
  const weeks = useMemo(() => weeksOf(shown), [shown]);
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('from', { header: t('forecast.week'), cell: (cell) => <span className="numbers">{formats.date(cell.getValue())}</span> }),
        ...(['expected', 'cumulative', 'low', 'high'] as const).map((figure) =>
          helper.accessor(figure, {
            header: t(`forecast.${figure}`),
            meta: { numeric: true, secondary: figure === 'low' || figure === 'high' },
            cell: (cell) => <Money amount={cell.getValue()} currency={currency} />,
          }),
        ),
      ]),
    [t, formats, currency],
  );
  return (
    <Page title={t('forecast.title')} subtitle={forecast.data ? t('forecast.asOf', { date: formats.date(forecast.data.asOf) }) : null}>
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('forecast.horizon')}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          data={horizonsDays.map((value) => ({ value: String(value), label: t('forecast.horizonDays', { days: value }) }))}
        />
        {currencies.length > 1 ? <SegmentedControl aria-label={t('field.currency')} data={currencies} value={currency} onChange={setChosen} /> : null}
      </Group>
      {forecast.error ? <ProblemAlert error={forecast.error} onRetry={() => void forecast.refetch()} /> : null}
      {forecast.isPending ? <Loading /> : null}
      {forecast.data && shown.length === 0 ? (
        <Paper>
          <Empty title={t('forecast.none')} />
        </Paper>
      ) : null}
      {shown.length > 0 ? (
        <>
          <Paper p="md" component="figure" m={0}>
            <Title order={2} component="figcaption">
              {t('forecast.chart')}
            </Title>
            <Text size="sm" c="dimmed" mb="sm">
              {t('forecast.explained')}
            </Text>
            <Suspense fallback={<Skeleton h={320} />}>
              <ForecastChart days={shown} currency={currency} />
            </Suspense>
          </Paper>
          <Paper>
            <DataTable label={t('forecast.title')} columns={columns} rows={weeks} rowId={(week) => week.from} />
          </Paper>
        </>
      ) : null}
    </Page>
  );
}
