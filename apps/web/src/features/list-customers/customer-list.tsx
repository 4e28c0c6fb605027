import { Button, Paper, Text, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { customersQuery } from '../../api/invoicing.js';
import type { Customer } from '../../api/types.js';
import { columnsOf, DataTable } from '../../display/data-table.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { ProblemAlert } from '../../display/problem-alert.js';

const helper = columnsOf<Customer>();

interface CustomerListProps {
  search: string;
  onEdit: ((customer: Customer) => void) | null;
  /** Shows what has been learned of a customer. */
  onLearning: (customer: Customer) => void;
}

export function CustomerList({ search, onEdit, onLearning }: CustomerListProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(customersQuery(search));
  const customers = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('number', { header: t('field.number'), cell: (cell) => <span className="numbers">{cell.getValue()}</span> }),
        helper.accessor('name', { header: t('field.name') }),
        helper.accessor('country', { header: t('field.country'), meta: { secondary: true }, cell: (cell) => cell.getValue() ?? '–' }),
        helper.accessor('iban', {
          header: t('field.iban'),
          meta: { secondary: true },
          cell: (cell) => <span className="numbers">{cell.getValue()?.replace(/(.{4})(?=.)/g, '$1 ') ?? '–'}</span>,
        }),
        helper.accessor('paymentTermsDays', {
          header: t('field.terms'),
          meta: { numeric: true, secondary: true },
          cell: (cell) => <Terms days={cell.getValue()} />,
        }),
        helper.display({
          id: 'actions',
          header: () => <VisuallyHidden>{t('action.edit')}</VisuallyHidden>,
          meta: { numeric: true },
          cell: ({ row: { original } }) => (
            <>
              <LearningButton customer={original} onLearning={onLearning} />
              {onEdit ? <EditButton customer={original} onEdit={onEdit} /> : null}
            </>
          ),
        }),
      ]),
    [t, onEdit, onLearning],
  );
  return (
    <Paper>
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading /> : null}
      {list.data && customers.length === 0 ? (
        <Empty title={search ? t('queue.noResult', { search }) : t('customers.none')} {...(search ? {} : { hint: t('customers.noneHint') })} />
      ) : null}
      {customers.length > 0 ? (
        <>
          <DataTable label={t('customers.title')} columns={columns} rows={customers} rowId={(customer) => customer.customerId} />
          <More shown={customers.length} total={list.data?.pages[0]?.total} query={list} />
        </>
      ) : null}
    </Paper>
  );
}

function Terms({ days }: { days: number | null }) {
  const { t } = useTranslation();
  return days === null ? (
    <Text span inherit c="dimmed">
      {t('customers.noTerms')}
    </Text>
  ) : (
    t('field.days', { count: days })
  );
}

function EditButton({ customer, onEdit }: { customer: Customer; onEdit: (customer: Customer) => void }) {
  const { t } = useTranslation();
  return (
    <Button size="compact-sm" variant="subtle" aria-label={t('customers.editTitle', { name: customer.name })} onClick={() => onEdit(customer)}>
      {t('action.edit')}
    </Button>
  );
}

function LearningButton({ customer, onLearning }: { customer: Customer; onLearning: (customer: Customer) => void }) {
  const { t } = useTranslation();
  return (
    <Button size="compact-sm" variant="subtle" aria-label={t('learning.showOf', { name: customer.name })} onClick={() => onLearning(customer)}>
      {t('learning.show')}
    </Button>
  );
}
