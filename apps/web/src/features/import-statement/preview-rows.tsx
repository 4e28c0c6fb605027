import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementPreview } from '../../api/types.js';
import { columnsOf, DataTable } from '../../display/data-table.js';
import { Mark } from '../../display/mark.js';
import { Money } from '../../display/money.js';
import { useFormats } from '../../i18n/use-formats.js';
import { rowStateOf } from './row-state.js';

interface NumberedRow {
  at: number;
  row: StatementPreview['rows'][number];
}
const helper = columnsOf<NumberedRow>();

/** The file's first transactions as they would be stored. */
export function PreviewRows({ rows }: { rows: StatementPreview['rows'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const numbered = useMemo(() => rows.map((row, at) => ({ at, row })), [rows]);
  const columns = useMemo(
    () =>
      helper.columns([
        helper.display({
          id: 'date',
          header: t('field.date'),
          cell: ({
            row: {
              original: { row },
            },
          }) => <span className="numbers">{formats.date(row.bookingDate)}</span>,
        }),
        helper.display({
          id: 'counterparty',
          header: t('statements.counterparty'),
          cell: ({
            row: {
              original: { row },
            },
          }) => <Words text={row.counterpartyName} />,
        }),
        helper.display({
          id: 'remittance',
          header: t('statements.remittance'),
          meta: { secondary: true },
          cell: ({
            row: {
              original: { row },
            },
          }) => <Words text={[row.remittance, ...row.structuredReferences].filter(Boolean).join(' · ') || null} />,
        }),
        helper.display({
          id: 'state',
          header: t('field.state'),
          meta: { secondary: true },
          cell: ({
            row: {
              original: { row },
            },
          }) => <RowState row={row} />,
        }),
        helper.display({
          id: 'amount',
          header: t('field.amount'),
          meta: { numeric: true },
          cell: ({
            row: {
              original: { row },
            },
          }) => <Money amount={row.amount} currency={row.currency} />,
        }),
      ]),
    [t, formats],
  );
  if (rows.length === 0) return null;
  const label = t('statements.firstRows', { count: rows.length });
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <DataTable label={label} columns={columns} rows={numbered} rowId={(row) => String(row.at)} />
    </Stack>
  );
}

function RowState({ row }: { row: StatementPreview['rows'][number] }) {
  const { t } = useTranslation();
  const state = rowStateOf(row);
  return <Mark tone={state === 'new' ? 'good' : state === 'probable' ? 'doubtful' : 'quiet'}>{t(`statements.status.${state}`)}</Mark>;
}

function Words({ text }: { text: string | null }) {
  return (
    <Text span inherit lineClamp={1} title={text ?? undefined} miw={{ sm: '10rem' }} style={{ wordBreak: 'break-word' }}>
      {text ?? '–'}
    </Text>
  );
}
