import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { dateOfInstant, addDays } from '@lettrage/calendar';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createInvoice, invoicingKeys } from '../../api/invoicing.js';
import { useSession } from '../../api/session.js';
import { notify } from '../../display/notify.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { ChooseCustomer } from '../../display/choose-customer.js';
import { invoiceBody, invoiceFaults, type InvoiceValues } from './invoice-values.js';

const usualTermsDays = 30;

export function InvoiceForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { organisation } = useSession();
  const today = dateOfInstant(new Date(), organisation.timeZone);
  const form = useForm<InvoiceValues>({
    initialValues: {
      number: '',
      customer: null,
      kind: 'invoice',
      issueDate: today,
      dueDate: addDays(today, usualTermsDays),
      currency: organisation.currency,
      total: '',
      structuredReference: '',
      orderReference: '',
    },
    validate: (values) => Object.fromEntries(Object.entries(invoiceFaults(values)).map(([field, fault]) => [field, t(`fault.${fault}`)])),
  });
  const create = useMutation({
    mutationFn: async (values: InvoiceValues) => createInvoice(invoiceBody(values)),
    onSuccess: (item) => {
      void cache.invalidateQueries({ queryKey: invoicingKeys.invoices });
      notify({ id: item.itemId, message: t('invoices.created', { number: item.number }) });
      onDone();
    },
  });
  const kinds = (['invoice', 'credit_note'] as const).map((value) => ({ value, label: t(`itemKind.${value}`) }));
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
      <Stack gap="sm">
        {create.error ? <ProblemAlert error={create.error} /> : null}
        <SegmentedControl aria-label={t('field.kind')} data={kinds} {...form.getInputProps('kind')} />
        <TextInput label={t('field.number')} withAsterisk data-autofocus {...form.getInputProps('number')} />
        <ChooseCustomer
          label={t('field.customer')}
          value={form.values.customer}
          onChoose={(customer) => form.setFieldValue('customer', customer)}
          error={form.errors['customer']}
        />
        <Group grow align="flex-start">
          <TextInput type="date" label={t('field.issueDate')} {...form.getInputProps('issueDate')} />
          <TextInput type="date" label={t('field.dueDate')} {...form.getInputProps('dueDate')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput
            label={t('field.total')}
            withAsterisk
            inputMode="decimal"
            description={form.values.kind === 'credit_note' ? t('invoices.creditNoteHint') : undefined}
            {...form.getInputProps('total')}
          />
          <TextInput label={t('field.currency')} maxLength={3} {...form.getInputProps('currency')} />
        </Group>
        <TextInput label={t('field.structuredReference')} {...form.getInputProps('structuredReference')} />
        <TextInput label={t('field.orderReference')} {...form.getInputProps('orderReference')} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onDone}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
