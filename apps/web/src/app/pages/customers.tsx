import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import { useSession } from '../../api/session.js';
import type { Customer } from '../../api/types.js';
import { Loading } from '../../display/list-states.js';
import { Page } from '../../display/page.js';
import { SearchBox } from '../../display/search-box.js';
import { SidePanel } from '../../display/side-panel.js';
import { CsvImportButton, CsvImportOutcome, useCsvImport } from '../../features/import-csv/import-csv.js';
import { CustomerList } from '../../features/list-customers/customer-list.js';

const CustomerForm = lazy(async () => ({ default: (await import('../../features/edit-customer/customer-form.js')).CustomerForm }));
const CustomerLearning = lazy(async () => ({ default: (await import('../../features/read-learning/customer-learning.js')).CustomerLearning }));

export function Customers() {
  const { t } = useTranslation();
  const { role } = useSession();
  const [search, setSearch] = useState('');
  const [inForm, setInForm] = useState<Customer | 'new' | null>(null);
  const [learnedOf, setLearnedOf] = useState<Customer | null>(null);
  const csv = useCsvImport('customers');
  const keeps = can(role, 'keep_accounts');
  const actions = keeps ? (
    <>
      <CsvImportButton kind="customers" work={csv} />
      <Button onClick={() => setInForm('new')}>{t('customers.new')}</Button>
    </>
  ) : null;
  const title = inForm === 'new' || inForm === null ? t('customers.new') : t('customers.editTitle', { name: inForm.name });
  return (
    <Page title={t('customers.title')} actions={actions}>
      <CsvImportOutcome kind="customers" work={csv} />
      <SearchBox label={t('field.search')} placeholder={t('customers.search')} value={search} onSearch={setSearch} />
      <CustomerList search={search} onEdit={keeps ? setInForm : null} onLearning={setLearnedOf} />
      <SidePanel opened={inForm !== null} onClose={() => setInForm(null)} title={title}>
        {inForm === null ? null : (
          <Suspense fallback={<Loading />}>
            <CustomerForm customer={inForm === 'new' ? null : inForm} onDone={() => setInForm(null)} />
          </Suspense>
        )}
      </SidePanel>
      <SidePanel opened={learnedOf !== null} onClose={() => setLearnedOf(null)} title={learnedOf ? t('learning.title', { name: learnedOf.name }) : ''}>
        {learnedOf === null ? null : (
          <Suspense fallback={<Loading />}>
            <CustomerLearning customerId={learnedOf.customerId} mayForget={keeps} />
          </Suspense>
        )}
      </SidePanel>
    </Page>
  );
}
