import { Group, Paper, Text } from '@mantine/core';
import { dateOfInstant, daysBetween } from '@lettrage/calendar';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { invoicesQuery, type InvoiceFilter } from '../../api/invoicing.js';
import { useSession } from '../../api/session.js';
import type { OpenItem } from '../../api/types.js';
import { columnsOf, DataTable } from '../../display/data-table.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { Mark } from '../../display/mark.js';
import { Money } from '../../display/money.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';

const helper = columnsOf<OpenItem>();

export function InvoiceList({ filter }: { filter: InvoiceFilter }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const list = useInfiniteQuery(invoicesQuery(filter));
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('number', { header: t('field.number'), cell: ({ row: { original } }) => <NumberCell item={original} /> }),
        helper.accessor('customerName', { header: t('field.customer'), meta: { secondary: true } }),
        helper.accessor('issueDate', {
          header: t('field.issueDate'),
          meta: { secondary: true },
          cell: (cell) => <span className="numbers">{formats.date(cell.getValue())}</span>,
        }),
        helper.accessor('dueDate', {
          header: t('field.dueDate'),
          meta: { secondary: true },
          cell: ({ row: { original } }) => <DueCell item={original} />,
        }),
        helper.accessor('total', {
          header: t('field.total'),
          meta: { numeric: true, secondary: true },
          cell: ({ row: { original } }) => <Money amount={original.total} currency={original.currency} />,
        }),
        helper.accessor('open', { header: t('field.open'), meta: { numeric: true }, cell: ({ row: { original } }) => <OpenCell item={original} /> }),
      ]),
    [t, formats],
  );
  const nothing = filter.search ? t('queue.noResult', { search: filter.search }) : t(filter.state === 'open' ? 'invoices.none' : 'invoices.noneAll');
  return (
    <Paper>
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading /> : null}
      {list.data && items.length === 0 ? <Empty title={nothing} /> : null}
      {items.length > 0 ? (
        <>
          <DataTable label={t('invoices.title')} columns={columns} rows={items} rowId={(item) => item.itemId} />
          <More shown={items.length} total={list.data?.pages[0]?.total} query={list} />
        </>
      ) : null}
    </Paper>
  );
}

function NumberCell({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap={6}>
        <span className="numbers">{item.number}</span>
        {item.kind === 'credit_note' ? <Mark tone="quiet">{t('itemKind.credit_note')}</Mark> : null}
      </Group>
      <Text size="xs" c="dimmed" fw={400} hiddenFrom="sm">
        {item.customerName}
      </Text>
    </>
  );
}

function DueCell({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { organisation } = useSession();
  const late = isClosed(item) || item.kind === 'credit_note' ? 0 : daysBetween(item.dueDate, dateOfInstant(new Date(), organisation.timeZone));
  return (
    <div>
      <span className="numbers">{formats.date(item.dueDate)}</span>
      {late > 0 ? (
        <Text size="xs" className="numbers negative">
          {t('invoices.late', { count: late })}
        </Text>
      ) : null}
    </div>
  );
}

function OpenCell({ item }: { item: OpenItem }) {
  const { t } = useTranslation();
  return isClosed(item) ? (
    <Mark tone="good" icon="check">
      {t('invoices.closed')}
    </Mark>
  ) : (
    <Money amount={item.open} currency={item.currency} fw={600} />
  );
}

function isClosed(item: OpenItem): boolean {
  return /^-?0+(\.0+)?$/.test(item.open);
}
