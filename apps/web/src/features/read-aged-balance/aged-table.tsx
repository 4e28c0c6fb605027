import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgedBalanceRow, AgedTotals } from '../../api/types.js';
import { columnsOf, DataTable } from '../../display/data-table.js';
import { Money } from '../../display/money.js';
import { buckets } from './buckets.js';

const helper = columnsOf<AgedBalanceRow>();
const figures = [...buckets, 'unapplied', 'total'] as const;

/** A row a customer, in one currency, with the sums of all customers below. */
export function AgedTable({ rows, totals, currency }: { rows: AgedBalanceRow[]; totals: AgedTotals | undefined; currency: string }) {
  const { t } = useTranslation();
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('customerName', { header: t('field.customer'), cell: ({ row: { original } }) => <Name row={original} /> }),
        ...figures.map((figure) =>
          helper.accessor(figure, {
            header: figure === 'unapplied' || figure === 'total' ? t(`aged.${figure}`) : t(`aged.buckets.${figure}`),
            meta: { numeric: true, secondary: figure !== 'total' },
            cell: (cell) => <Figure amount={cell.getValue()} currency={currency} strong={figure === 'total'} />,
          }),
        ),
      ]),
    [t, currency],
  );
  const footer = totals
    ? {
        customerName: t('aged.totalRow'),
        ...Object.fromEntries(figures.map((figure) => [figure, <Money key={figure} bare amount={totals[figure]} currency={currency} />])),
      }
    : undefined;
  return <DataTable label={t('aged.title')} columns={columns} rows={rows} rowId={(row) => row.customerId} {...(footer ? { footer } : {})} />;
}

function Name({ row }: { row: AgedBalanceRow }) {
  return (
    <div>
      {row.customerName}
      <Text size="xs" c="dimmed" fw={400}>
        {row.customerNumber}
      </Text>
    </div>
  );
}

/** Nothing is a dash: a table of zeros hides what there is. */
function Figure({ amount, currency, strong }: { amount: string; currency: string; strong: boolean }) {
  if (/^-?[0.]+$/.test(amount))
    return (
      <Text span inherit c="dimmed">
        –
      </Text>
    );
  return <Money bare amount={amount} currency={currency} {...(strong ? { fw: 600 } : {})} />;
}
