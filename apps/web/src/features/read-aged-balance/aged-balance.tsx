import { Alert, Group, Paper, SegmentedControl, Skeleton, TextInput, Title } from '@mantine/core';
import { isDate } from '@lettrage/calendar';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agedBalanceQuery, type AgedBalanceFilter } from '../../api/cash.js';
import { useAnnounce } from '../../display/announcer.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { Page } from '../../display/page.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { SearchBox } from '../../display/search-box.js';
import { useFormats } from '../../i18n/use-formats.js';
import { AgedTable } from './aged-table.js';
import { largest } from './buckets.js';
import { TotalBar } from './total-bar.js';

const AgedChart = lazy(async () => import('./aged-chart.js'));
const chartRows = 10;

/** Who owes how much since when, as of any day; today's follows the live stream. */
export function AgedBalance() {
  const { t } = useTranslation();
  const formats = useFormats();
  const [filter, setFilter] = useState<AgedBalanceFilter>({});
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useInfiniteQuery(agedBalanceQuery(filter));
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const currencies = [...new Set([...(pages?.[0]?.totals ?? []), ...rows].map((row) => row.currency))];
  const currency = chosen && currencies.includes(chosen) ? chosen : (currencies[0] ?? 'EUR');
  const shown = useMemo(() => rows.filter((row) => row.currency === currency), [rows, currency]);
  const totals = pages?.[0]?.totals.find((row) => row.currency === currency);
  const unidentified = pages?.[0]?.unidentified.find((row) => row.currency === currency);
  useAnnouncedTotal(totals ? formats.money(totals.total, currency) : null);
  return (
    <Page
      title={t('aged.title')}
      subtitle={pages ? `${t('home.asOf', { date: formats.date(pages[0]!.asOf) })} · ${t('aged.amountsIn', { currency })}` : null}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          type="date"
          label={t('field.asOf')}
          value={filter.asOf ?? pages?.[0]?.asOf ?? ''}
          onChange={(event) => setFilter({ ...filter, asOf: isDate(event.currentTarget.value) ? event.currentTarget.value : undefined })}
        />
        <SearchBox
          label={t('aged.search')}
          value={filter.search ?? ''}
          onSearch={(search) => setFilter({ ...filter, search: search || undefined })}
        />
        {currencies.length > 1 ? <SegmentedControl aria-label={t('field.currency')} data={currencies} value={currency} onChange={setChosen} /> : null}
      </Group>
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading /> : null}
      {totals ? <TotalBar totals={totals} /> : null}
      {unidentified && unidentified.transactions > 0 ? (
        <Alert color="yellow" variant="light">
          <b>
            {t('aged.unidentified')}
            {t('state.colon')}
          </b>
          {t('aged.unidentifiedText', { count: unidentified.transactions, amount: formats.money(unidentified.amount, currency) })}
        </Alert>
      ) : null}
      {shown.length > 0 ? (
        <>
          <Paper p="md" component="figure" m={0}>
            <Title order={2} component="figcaption" mb="xs">
              {t('aged.chart')}
            </Title>
            <Suspense fallback={<Skeleton h={320} />}>
              <AgedChart rows={largest(shown, currency, chartRows)} currency={currency} />
            </Suspense>
          </Paper>
          <Paper>
            <AgedTable rows={shown} totals={filter.search ? undefined : totals} currency={currency} />
            <More shown={shown.length} total={list.data?.pages[0]?.total} query={list} />
          </Paper>
        </>
      ) : null}
      {pages && shown.length === 0 ? (
        <Paper>
          <Empty title={t(filter.search ? 'aged.noneFor' : 'aged.none')} />
        </Paper>
      ) : null}
    </Page>
  );
}

/** Tells a screen reader that the total has moved, once it is at rest. */
function useAnnouncedTotal(total: string | null): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const before = useRef(total);
  useEffect(() => {
    if (total === null || total === before.current) return;
    const first = before.current === null;
    before.current = total;
    if (first) return;
    const timer = setTimeout(() => announce(t('aged.updated', { total })), 1_500);
    return () => clearTimeout(timer);
  }, [total, announce, t]);
}
