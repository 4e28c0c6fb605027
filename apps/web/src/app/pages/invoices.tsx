import { Button, Group, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import type { InvoiceFilter } from '../../api/invoicing.js';
import { useSession } from '../../api/session.js';
import { Loading } from '../../display/list-states.js';
import { Page } from '../../display/page.js';
import { SearchBox } from '../../display/search-box.js';
import { SidePanel } from '../../display/side-panel.js';
import { CsvImportButton, CsvImportOutcome, useCsvImport } from '../../features/import-csv/import-csv.js';
import { InvoiceList } from '../../features/list-invoices/invoice-list.js';

const InvoiceForm = lazy(async () => ({ default: (await import('../../features/create-invoice/invoice-form.js')).InvoiceForm }));

const states = ['open', 'closed', 'all'] as const;

export function Invoices() {
  const { t } = useTranslation();
  const { role } = useSession();
  const [filter, setFilter] = useState<InvoiceFilter>({ state: 'open' });
  const [creating, { open, close }] = useDisclosure();
  const csv = useCsvImport('invoices');
  const actions = can(role, 'keep_accounts') ? (
    <>
      <CsvImportButton kind="invoices" work={csv} />
      <Button onClick={open}>{t('invoices.new')}</Button>
    </>
  ) : null;
  return (
    <Page title={t('invoices.title')} actions={actions}>
      <CsvImportOutcome kind="invoices" work={csv} />
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('invoices.states.label')}
          data={states.map((value) => ({ value, label: t(`invoices.states.${value}`) }))}
          value={filter.state}
          onChange={(state) => setFilter({ ...filter, state: state as InvoiceFilter['state'] })}
        />
        <SearchBox
          label={t('field.search')}
          placeholder={t('invoices.search')}
          value={filter.search ?? ''}
          onSearch={(search) => setFilter({ ...filter, search: search || undefined })}
        />
      </Group>
      <InvoiceList filter={filter} />
      <SidePanel opened={creating} onClose={close} title={t('invoices.new')}>
        <Suspense fallback={<Loading />}>
          <InvoiceForm onDone={close} />
        </Suspense>
      </SidePanel>
    </Page>
  );
}
