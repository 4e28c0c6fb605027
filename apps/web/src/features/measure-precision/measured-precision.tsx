import { isDate } from '@lettrage/calendar';
import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Period, precisionQuery } from '../../api/matching.js';
import type { KeptOfMade, Precision } from '../../api/types.js';
import { columnsOf, DataTable } from '../../display/data-table.js';
import { Empty, Loading } from '../../display/list-states.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';

interface MeasuredRow extends KeptOfMade {
  name: string;
}
const helper = columnsOf<MeasuredRow>();

/** How right the automatic allocations were: kept of made, by confidence and by leading reason, each with what so few or so many cases allow one to say. */
export function MeasuredPrecision() {
  const { t } = useTranslation();
  const formats = useFormats();
  const [period, setPeriod] = useState<Period>({});
  const set = (edge: keyof Period, text: string) => setPeriod({ from: data?.from, to: data?.to, ...period, [edge]: isDate(text) ? text : undefined });
  const { data, error, isPending, refetch } = useQuery(precisionQuery(period));
  return (
    <Stack gap="xs" component="section" aria-labelledby="precision">
      <Title order={2} id="precision">
        {t('matching.precision')}
      </Title>
      <Group gap="sm" align="flex-end">
        <TextInput size="xs" type="date" label={t('matching.from')} value={period.from ?? data?.from ?? ''} max={period.to ?? data?.to} onChange={(event) => set('from', event.currentTarget.value)} />
        <TextInput size="xs" type="date" label={t('matching.to')} value={period.to ?? data?.to ?? ''} min={period.from ?? data?.from} onChange={(event) => set('to', event.currentTarget.value)} />
        <Button size="xs" variant="default" disabled={!period.from && !period.to} onClick={() => setPeriod({})}>
          {t('matching.wholeTime')}
        </Button>
      </Group>
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Loading /> : null}
      {data ? (
        <>
          <Text size="sm" c="dimmed">
            {t('matching.precisionHint', { from: formats.date(data.from), to: formats.date(data.to) })}
          </Text>
          <Paper>{data.all.made === 0 ? <Empty title={t('matching.precisionNone')} /> : <Tables precision={data} />}</Paper>
        </>
      ) : null}
    </Stack>
  );
}

function Tables({ precision }: { precision: Precision }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const byBand = useMemo(
    () => [
      ...precision.byBand.filter(({ made }) => made > 0).map((band) => ({ ...band, name: t('matching.bandFrom', { from: formats.finePercent(band.from), to: formats.finePercent(band.to) }) })),
      { ...precision.all, name: t('matching.all') },
    ],
    [precision, t, formats],
  );
  const byMethod = useMemo(
    () => precision.byMethod.filter(({ made }) => made > 0).map((method) => ({ ...method, name: t(`glance.method.${method.method}`) })),
    [precision, t],
  );
  return (
    <>
      <Measured label={t('matching.byBand')} rows={byBand} />
      {byMethod.length > 0 ? <Measured label={t('matching.byMethod')} rows={byMethod} /> : null}
    </>
  );
}

function Measured({ label, rows }: { label: string; rows: MeasuredRow[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('name', { header: label }),
        helper.accessor('made', { header: t('matching.made'), meta: { numeric: true }, cell: (cell) => formats.number(cell.getValue()) }),
        helper.accessor('undone', { header: t('matching.undone'), meta: { numeric: true, secondary: true }, cell: (cell) => formats.number(cell.getValue()) }),
        helper.accessor('kept', { header: t('matching.kept'), meta: { numeric: true }, cell: (cell) => formats.number(cell.getValue()) }),
        helper.display({ id: 'share', header: t('matching.share'), meta: { numeric: true }, cell: ({ row: { original } }) => (original.share === null ? '–' : formats.percent(original.share)) }),
        helper.display({
          id: 'interval',
          header: t('matching.interval'),
          meta: { numeric: true, secondary: true },
          cell: ({ row: { original } }) => (original.low === null || original.high === null ? '–' : t('matching.between', { low: formats.percent(original.low), high: formats.percent(original.high) })),
        }),
      ]),
    [t, formats, label],
  );
  return <DataTable label={label} columns={columns} rows={rows} rowId={(row) => row.name} />;
}
