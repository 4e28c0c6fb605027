import { Button, Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { matchingKeys, putPolicy } from '../../api/matching.js';
import type { AllocationPolicy, StoredPolicy } from '../../api/types.js';
import { notify } from '../../display/notify.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { policyFaults, policyOf, policyValues, type PolicyValues } from './policy-values.js';

interface PolicyFormProps {
  /** Null for the organisation. */
  bankAccountId: string | null;
  policy: StoredPolicy;
  /** Whether it was set here, or holds from elsewhere. */
  own: boolean;
  onDone: () => void;
}

/** Sets what may be allocated without a person, or goes back to what holds without it. */
export function PolicyForm({ bankAccountId, policy, own, onDone }: PolicyFormProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm<PolicyValues>({
    initialValues: policyValues(policy),
    validate: (values) => Object.fromEntries(Object.entries(policyFaults(values)).map(([field, fault]) => [field, t(fault === 'target' ? 'matching.faultTarget' : 'fault.amount')])),
  });
  const save = useMutation({
    mutationFn: async (changed: AllocationPolicy | null) => putPolicy({ bankAccountId, policy: changed }),
    onSuccess: (policies) => {
      cache.setQueryData(matchingKeys.policies, policies);
      notify({ id: 'policy-saved', message: t('matching.saved') });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(policyOf(values)))} noValidate>
      <Stack gap="md">
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <Switch label={t('matching.automatic')} description={t('matching.automaticHint')} data-autofocus {...form.getInputProps('automatic', { type: 'checkbox' })} />
        <TextInput label={t('matching.target')} description={t('matching.targetHint')} inputMode="decimal" disabled={!form.values.automatic} {...form.getInputProps('target')} />
        <Checkbox label={t('matching.referenceOnly')} description={t('matching.referenceOnlyHint')} disabled={!form.values.automatic} {...form.getInputProps('referenceOnly', { type: 'checkbox' })} />
        <TextInput label={t('matching.largest')} description={t('matching.largestHint')} inputMode="decimal" disabled={!form.values.automatic} {...form.getInputProps('largest')} />
        <Group justify="flex-end" gap="sm">
          {own ? (
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate(null)}>
              {t(bankAccountId === null ? 'matching.backUsual' : 'matching.back')}
            </Button>
          ) : null}
          <Button type="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
