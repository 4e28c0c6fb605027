import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import { useSession } from '../../api/session.js';
import { Page } from '../../display/page.js';
import { KeepRules } from '../../features/keep-rules/keep-rules.js';
import { MeasuredPrecision } from '../../features/measure-precision/measured-precision.js';
import { SetPolicies } from '../../features/set-policies/set-policies.js';

export function AutomaticAllocation() {
  const { t } = useTranslation();
  const mayChange = can(useSession().role, 'keep_accounts');
  return (
    <Page title={t('matching.title')}>
      {mayChange ? null : (
        <Text size="sm" c="dimmed">
          {t('matching.onlyRead')}
        </Text>
      )}
      <SetPolicies mayChange={mayChange} />
      <MeasuredPrecision />
      <KeepRules mayChange={mayChange} />
    </Page>
  );
}
