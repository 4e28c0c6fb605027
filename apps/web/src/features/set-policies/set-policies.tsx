import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { policiesQuery } from '../../api/matching.js';
import { bankAccountsQuery } from '../../api/statements.js';
import type { BankAccount, StoredPolicy } from '../../api/types.js';
import { Loading } from '../../display/list-states.js';
import { Mark } from '../../display/mark.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { SidePanel } from '../../display/side-panel.js';
import { useFormats } from '../../i18n/use-formats.js';
import classes from '../../display/rows.module.css';

const PolicyForm = lazy(async () => ({ default: (await import('./policy-form.js')).PolicyForm }));

interface Place {
  /** Null is the organisation. */
  account: BankAccount | null;
  name: string;
  policy: StoredPolicy;
  own: boolean;
}

/** What may be allocated without a person: for the organisation, and for each bank account. */
export function SetPolicies({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation();
  const policies = useQuery(policiesQuery);
  const accounts = useQuery(bankAccountsQuery);
  const [changing, setChanging] = useState<Place | null>(null);
  const error = policies.error ?? accounts.error;
  const places = policies.data && accounts.data ? placesOf(policies.data, accounts.data.items, t('matching.organisation')) : [];
  return (
    <Stack gap="xs" component="section" aria-labelledby="policies">
      <Title order={2} id="policies">
        {t('matching.policies')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('matching.policiesHint')}
      </Text>
      {error ? <ProblemAlert error={error} onRetry={() => (void policies.refetch(), void accounts.refetch())} /> : null}
      {policies.isPending || accounts.isPending ? <Loading /> : null}
      {places.length > 0 ? (
        <Paper component="ul" className={classes.list} aria-label={t('matching.policies')}>
          {places.map((place) => (
            <PolicyRow key={place.account?.bankAccountId ?? ''} place={place} onChange={mayChange ? () => setChanging(place) : null} />
          ))}
        </Paper>
      ) : null}
      <SidePanel opened={changing !== null} onClose={() => setChanging(null)} title={changing?.name ?? ''}>
        {changing ? (
          <Suspense fallback={<Loading />}>
            <PolicyForm bankAccountId={changing.account?.bankAccountId ?? null} policy={changing.policy} own={changing.own} onDone={() => setChanging(null)} />
          </Suspense>
        ) : null}
      </SidePanel>
    </Stack>
  );
}

/** The organisation and every account, each with the policy that holds for it. */
function placesOf(policies: readonly StoredPolicy[], accounts: readonly BankAccount[], organisation: string): Place[] {
  const usual = policies.find(({ bankAccountId }) => bankAccountId === null);
  if (!usual) return [];
  const ofAccounts = accounts.map((account): Place => {
    const own = policies.find(({ bankAccountId }) => bankAccountId === account.bankAccountId);
    return { account, name: account.name, policy: own ?? usual, own: own !== undefined };
  });
  return [{ account: null, name: organisation, policy: usual, own: usual.updatedAt !== null }, ...ofAccounts];
}

function PolicyRow({ place: { account, name, policy, own }, onChange }: { place: Place; onChange: (() => void) | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const limit = policy.largestUnattended;
  const facts = [
    policy.targetPrecision === null ? t('matching.targetUsual') : t('matching.targetShown', { percent: formats.finePercent(policy.targetPrecision) }),
    policy.referenceOnly ? t('matching.referenceOnlyShown') : null,
    limit === null ? t('matching.noLargest') : t('matching.largestShown', { amount: account ? formats.money(limit, account.currency) : formats.number(limit) }),
  ];
  return (
    <li className={classes.row}>
      <div>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[account && account.identification !== name ? account.identification : null, account ? t(own ? 'matching.ownPolicy' : 'matching.sameAsOrganisation') : null, ...(policy.automatic ? facts : [])]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="sm">
        <Mark tone={policy.automatic ? 'good' : 'quiet'} icon={policy.automatic ? 'check' : 'minus'}>
          {t(policy.automatic ? 'matching.on' : 'matching.off')}
        </Mark>
        {onChange ? (
          <Button size="compact-sm" variant="default" aria-label={t('matching.changeOf', { account: name })} onClick={onChange}>
            {t('matching.change')}
          </Button>
        ) : null}
      </Group>
    </li>
  );
}
