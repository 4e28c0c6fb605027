import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createCustomer, invoicingKeys, updateCustomer } from '../../api/invoicing.js';
import type { CreateCustomerBody, Customer } from '../../api/types.js';
import { notify } from '../../display/notify.js';
import { ProblemAlert } from '../../display/problem-alert.js';

interface Values {
  number: string;
  name: string;
  country: string;
  iban: string;
  vatId: string;
  terms: string;
}

/** Makes a customer, or changes one; the number of a customer stays. */
export function CustomerForm({ customer, onDone }: { customer: Customer | null; onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: valuesOf(customer),
    validate: {
      number: (number) => (number.trim() ? null : t('fault.required')),
      name: (name) => (name.trim() ? null : t('fault.required')),
      country: (country) => (/^([A-Za-z]{2})?$/.test(country.trim()) ? null : t('fault.country')),
      terms: (terms) => (/^\d{0,3}$/.test(terms.trim()) && Number(terms) <= 365 ? null : t('fault.terms')),
    },
  });
  const save = useMutation({
    mutationFn: async (values: Values) => {
      const { number, ...rest } = bodyOf(values);
      return customer ? updateCustomer(customer, rest) : createCustomer({ number, ...rest });
    },
    onSuccess: (saved) => {
      notify({ id: saved.customerId, message: t('customers.created', { number: saved.number }) });
      onDone();
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: invoicingKeys.customers }),
  });
  const field = (name: keyof Values) => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack gap="sm">
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <TextInput label={t('field.number')} withAsterisk disabled={customer !== null} data-autofocus={customer === null} {...field('number')} />
        <TextInput label={t('field.name')} withAsterisk data-autofocus={customer !== null} {...field('name')} />
        <Group grow align="flex-start">
          <TextInput label={t('field.country')} description={t('customers.countryHint')} maxLength={2} {...field('country')} />
          <TextInput label={t('field.termsDays')} description={t('field.optional')} inputMode="numeric" {...field('terms')} />
        </Group>
        <TextInput label={t('field.iban')} {...field('iban')} />
        <TextInput label={t('field.vatId')} {...field('vatId')} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onDone}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function valuesOf(customer: Customer | null): Values {
  return {
    number: customer?.number ?? '',
    name: customer?.name ?? '',
    country: customer?.country ?? '',
    iban: customer?.iban ?? '',
    vatId: customer?.vatId ?? '',
    terms: customer?.paymentTermsDays?.toString() ?? '',
  };
}

function bodyOf({ number, name, country, iban, vatId, terms }: Values): CreateCustomerBody {
  return {
    number: number.trim(),
    name: name.trim(),
    country: country.trim().toUpperCase() || null,
    iban: iban.replaceAll(' ', '').toUpperCase() || null,
    vatId: vatId.trim() || null,
    paymentTermsDays: terms.trim() ? Number(terms) : null,
  };
}
