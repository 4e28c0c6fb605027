import { Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { addDays } from '@lettrage/calendar';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agedBalanceQuery, dsoQuery, forecastQuery } from '../../api/cash.js';
import { queueSummaryQuery } from '../../api/queue.js';
import { useSession } from '../../api/session.js';
import { statementsQuery } from '../../api/statements.js';
import { Money } from '../../display/money.js';
import { Page } from '../../display/page.js';
import { useFormats } from '../../i18n/use-formats.js';
import { overdueOf } from './overdue.js';

/** Where things stand: what is owed, what waits, what will come in. */
export function Overview() {
  const { t } = useTranslation();
  const { name } = useSession();
  return (
    <Page title={t('home.title')} subtitle={t('home.hello', { name })}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        <ReceivableTile />
        <QueueTile />
        <ForecastTile />
        <DsoTile />
      </SimpleGrid>
      <LastStatement />
    </Page>
  );
}

function Tile({ label, to, value, hint }: { label: string; to: '/aged-balance' | '/queue' | '/forecast'; value: ReactNode; hint: ReactNode }) {
  return (
    <Paper p="md" component={Link} to={to} display="block" c="inherit" style={{ textDecoration: 'none' }}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="1.5rem" fw={700} lh={1.35} className="numbers">
        {value}
      </Text>
      <Text size="xs" c="dimmed" mih="1.2em">
        {hint}
      </Text>
    </Paper>
  );
}

function ReceivableTile() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { currency } = useSession().organisation;
  const { data } = useInfiniteQuery(agedBalanceQuery({}, 1));
  const totals = data?.pages[0]?.totals.find((row) => row.currency === currency);
  return (
    <Tile
      label={t('home.receivable')}
      to="/aged-balance"
      value={data ? <Money amount={totals?.total ?? '0'} currency={currency} /> : '…'}
      hint={totals ? `${t('home.overdue')} ${formats.money(overdueOf(totals), currency)}` : null}
    />
  );
}

function QueueTile() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useQuery(queueSummaryQuery());
  return (
    <Tile
      label={t('home.toReview')}
      to="/queue"
      value={data ? formats.number(data.waiting) : '…'}
      hint={data ? t('home.toReviewHint', { settled: formats.number(data.settledAutomatically) }) : null}
    />
  );
}

function ForecastTile() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { currency } = useSession().organisation;
  const { data } = useQuery(forecastQuery(30));
  const end = data ? data.days.findLast((day) => day.currency === currency && day.date <= addDays(data.asOf, 30)) : undefined;
  return (
    <Tile
      label={t('home.expected30')}
      to="/forecast"
      value={data ? <Money amount={end?.cumulative ?? '0'} currency={currency} /> : '…'}
      hint={end ? t('home.expectedBand', { low: formats.money(end.low, currency), high: formats.money(end.high, currency) }) : null}
    />
  );
}

function DsoTile() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { currency } = useSession().organisation;
  const { data } = useQuery(dsoQuery);
  const days = data?.items.find((item) => item.currency === currency)?.countBackDays ?? null;
  return (
    <Tile label={t('home.dso')} to="/aged-balance" value={days === null ? '–' : t('home.dsoUnit', { days: formats.number(days) })} hint={null} />
  );
}

function LastStatement() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useInfiniteQuery(statementsQuery);
  const last = data?.pages[0]?.items[0];
  if (!data) return null;
  return (
    <Paper p="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('home.lastStatement')}
        </Text>
        {last ? (
          <Text>
            {last.filename} · {formats.instant(last.receivedAt)} ·{' '}
            {t('statements.new', { count: last.imported, number: formats.number(last.imported) })}
          </Text>
        ) : (
          <>
            <Text fw={600}>{t('home.noStatement')}</Text>
            <Text size="sm">{t('home.start')}</Text>
          </>
        )}
        <Button component={Link} to="/statements" variant={last ? 'default' : 'filled'} mt={4}>
          {t('home.importOne')}
        </Button>
      </Stack>
    </Paper>
  );
}
