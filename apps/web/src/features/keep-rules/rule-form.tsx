import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createRule, matchingKeys, tryRule, updateRule } from '../../api/matching.js';
import { useSession } from '../../api/session.js';
import type { StoredRule } from '../../api/types.js';
import { ChooseCustomer } from '../../display/choose-customer.js';
import { Loading } from '../../display/list-states.js';
import { notify } from '../../display/notify.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { hasMatch, ruleFaults, ruleKinds, ruleOf, ruleValues, type RuleFault, type RuleValues } from './rule-values.js';
import { TriedRule } from './tried-rule.js';

interface RuleFormProps {
  /** Null for a new rule. */
  stored: StoredRule | null;
  customerName: string;
  onDone: () => void;
}

/** Writes a rule, tries it on the receipts of the past, and keeps it. */
export function RuleForm({ stored, customerName, onDone }: RuleFormProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { organisation } = useSession();
  const faultText = useFaultText();
  const form = useForm<RuleValues>({
    initialValues: ruleValues(stored?.rule ?? null, organisation.currency, customerName),
    validate: (values) => Object.fromEntries(Object.entries(ruleFaults(values)).map(([field, fault]) => [field, faultText(fault)])),
    // What was tried was another rule.
    onValuesChange: () => trial.reset(),
  });
  const trial = useMutation({ mutationFn: async (values: RuleValues) => tryRule(ruleOf(values), stored?.ruleId ?? null) });
  const save = useMutation({
    mutationFn: async ({ values, active }: { values: RuleValues; active: boolean }) => (stored ? updateRule(stored, ruleOf(values), active) : createRule(ruleOf(values), active)),
    onSuccess: () => {
      notify({ id: 'rule-saved', message: t('rules.saved') });
      onDone();
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: matchingKeys.rules }),
  });
  const checked = (use: (values: RuleValues) => void) => () => {
    if (!form.validate().hasErrors) use(form.values);
  };
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate({ values, active: stored?.active ?? false }))} noValidate>
      <Stack gap="md">
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <NativeSelect label={t('rules.kindLabel')} data-autofocus data={ruleKinds.map((value) => ({ value, label: t(`rules.kind.${value}`) }))} {...form.getInputProps('kind')} />
        <Fields form={form} />
        <Group gap="sm">
          <Button variant="default" loading={trial.isPending} onClick={checked((values) => trial.mutate(values))}>
            {t('rules.try')}
          </Button>
          <Button type="submit" variant={stored ? 'filled' : 'default'} loading={save.isPending}>
            {t(stored ? 'action.save' : 'rules.create')}
          </Button>
          {stored ? null : (
            <Button loading={save.isPending} onClick={checked((values) => save.mutate({ values, active: true }))}>
              {t('rules.createActive')}
            </Button>
          )}
        </Group>
        {trial.error ? <ProblemAlert error={trial.error} /> : null}
        {trial.isPending ? (
          <>
            <Loading />
            <Text size="sm" c="dimmed" ta="center">
              {t('rules.trying')}
            </Text>
          </>
        ) : null}
        {trial.data ? <TriedRule result={trial.data} /> : null}
      </Stack>
    </form>
  );
}

function useFaultText(): (fault: RuleFault) => string {
  const { t } = useTranslation();
  return (fault) => {
    if (fault === 'match') return t('rules.faultMatch');
    if (fault === 'iban') return t('rules.faultIban');
    return fault === 'currency' ? t('rules.faultCurrency') : t(`fault.${fault}`);
  };
}

type Form = Pick<UseFormReturnType<RuleValues>, 'values' | 'errors' | 'getInputProps' | 'setFieldValue'>;

function Fields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { kind, customer } = form.values;
  if (!hasMatch(kind)) {
    return (
      <Group align="flex-start" gap="sm">
        <TextInput label={t('rules.upTo')} inputMode="decimal" withAsterisk w={140} {...form.getInputProps('upTo')} />
        <TextInput label={t('field.currency')} maxLength={3} withAsterisk w={100} {...form.getInputProps('currency')} />
        {kind === 'fee_from_abroad' ? <TextInput label={t('rules.homeCountry')} description={t('rules.homeCountryHint')} maxLength={2} withAsterisk w={140} {...form.getInputProps('homeCountry')} /> : null}
      </Group>
    );
  }
  return (
    <>
      <Stack gap="xs" role="group" aria-label={t('rules.match')}>
        <Text size="sm" fw={600}>
          {t('rules.match')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('rules.matchHint')}
        </Text>
        <TextInput label={t('rules.payerName')} maxLength={200} {...form.getInputProps('payerName')} />
        <TextInput label={t('rules.payerIban')} maxLength={44} {...form.getInputProps('payerIban')} />
        <TextInput label={t('rules.text')} maxLength={200} {...form.getInputProps('text')} />
      </Stack>
      {kind === 'payer_is_customer' ? (
        <ChooseCustomer label={t('rules.customer')} value={customer} onChoose={(chosen) => form.setFieldValue('customer', chosen)} error={form.errors['customer']} />
      ) : (
        <TextInput label={t('rules.label')} description={t('rules.labelHint')} withAsterisk maxLength={200} {...form.getInputProps('label')} />
      )}
    </>
  );
}
