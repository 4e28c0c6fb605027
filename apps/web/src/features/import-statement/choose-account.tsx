import { Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { bankAccountsQuery, statementKeys } from '../../api/statements.js';
import type { BankAccount } from '../../api/types.js';
import { ProblemAlert } from '../../display/problem-alert.js';

/** Names the account of a file that does not say it, or makes a new one. */
export function ChooseAccount({ value, onChoose }: { value: string | null; onChoose: (bankAccountId: string | null) => void }) {
  const { t } = useTranslation();
  const { data: accounts } = useQuery(bankAccountsQuery);
  const [making, { open, close }] = useDisclosure();
  const options = (accounts?.items ?? []).map(({ bankAccountId, name, identification, currency }) => ({
    value: bankAccountId,
    label: `${name} · ${identification} · ${currency}`,
  }));
  const made = (account: BankAccount) => {
    close();
    onChoose(account.bankAccountId);
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{t('statements.accountHint')}</Text>
      <Group align="flex-end" gap="sm">
        <Select
          label={t('statements.account')}
          placeholder={t('statements.chooseAccount')}
          data={options}
          value={value}
          onChange={onChoose}
          clearable
          w={{ base: '100%', xs: 380 }}
          disabled={options.length === 0}
        />
        {making ? null : (
          <Button variant="default" onClick={open}>
            {t('statements.newAccount')}
          </Button>
        )}
      </Group>
      {making || (accounts && options.length === 0) ? <NewAccount onMade={made} /> : null}
    </Stack>
  );
}

function NewAccount({ onMade }: { onMade: (account: BankAccount) => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { organisation } = useSession();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', identification: '', currency: organisation.currency },
    validate: {
      name: (name) => (name.trim() ? null : t('fault.required')),
      identification: (text) => (text.replaceAll(' ', '').length >= 4 && text.replaceAll(' ', '').length <= 34 ? null : t('fault.iban')),
      currency: (currency) => (/^[A-Z]{3}$/.test(currency) ? null : t('fault.required')),
    },
  });
  const make = useMutation({
    mutationFn: async (body: typeof form.values) => post<BankAccount>('/bank-accounts', body),
    onSuccess: async (account) => {
      await cache.invalidateQueries({ queryKey: statementKeys.accounts });
      onMade(account);
    },
  });
  return (
    <Paper component="form" p="sm" onSubmit={form.onSubmit((body) => make.mutate(body))} noValidate>
      <Stack gap="sm">
        {make.error ? <ProblemAlert error={make.error} /> : null}
        <Group align="flex-start" gap="sm">
          <TextInput label={t('statements.accountName')} key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput
            label={t('statements.accountIdentification')}
            key={form.key('identification')}
            {...form.getInputProps('identification')}
            w={280}
          />
          <TextInput label={t('field.currency')} w={90} maxLength={3} key={form.key('currency')} {...form.getInputProps('currency')} />
        </Group>
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t('statements.createAccount')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
