import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findCustomers, invoicingKeys } from '../api/invoicing.js';

export interface ChosenCustomer {
  customerId: string;
  label: string;
}

interface ChooseCustomerProps {
  label: string;
  value: ChosenCustomer | null;
  onChoose: (customer: ChosenCustomer | null) => void;
  error?: ReactNode;
}

/** One customer of perhaps thousands, found by what is typed. */
export function ChooseCustomer({ label, value, onChoose, error }: ChooseCustomerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed === value?.label ? '' : typed.trim(), 200);
  const found = useQuery({
    queryKey: [...invoicingKeys.customers, 'find', search],
    queryFn: async ({ signal }) => findCustomers(search, signal),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ customerId, number, name }) => ({ value: customerId, label: `${name} · ${number}` }));
  const withChosen =
    value && !options.some((option) => option.value === value.customerId) ? [{ value: value.customerId, label: value.label }, ...options] : options;
  return (
    <Select
      label={label}
      placeholder={t('invoices.customerHint')}
      searchable
      clearable
      data={withChosen}
      value={value?.customerId ?? null}
      error={error}
      onChange={(customerId, option) => onChoose(customerId ? { customerId, label: option?.label ?? customerId } : null)}
      // The service has searched; what it found is shown as it is.
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={found.isFetching ? t('state.loading') : t('aged.noneFor')}
      rightSection={found.isFetching ? <Loader size={14} /> : undefined}
    />
  );
}
