import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { learningQuery, teach } from '../../api/matching.js';
import type { LearnedPayer } from '../../api/types.js';
import { Empty, Loading } from '../../display/list-states.js';
import { Mark } from '../../display/mark.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { Habits } from './habits.js';

/** What confirmed payments have taught of a customer: who pays for it, when and how; each name and IBAN can be forgotten. */
export function CustomerLearning({ customerId, mayForget }: { customerId: string; mayForget: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const cache = useQueryClient();
  const query = learningQuery(customerId);
  const { data, error, isPending, refetch } = useQuery(query);
  const change = useMutation({
    mutationFn: async ({ payer, what }: { payer: LearnedPayer; what: 'forget' | 'remember' }) => teach(customerId, what, { kind: payer.kind, value: payer.value }),
    onSuccess: (learning) => cache.setQueryData(query.queryKey, learning),
  });
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (data.payments === 0 && data.payers.length === 0) return <Empty title={t('learning.none')} />;
  return (
    <Stack gap="md">
      <Text size="sm">{t('learning.from', { count: data.payments, number: formats.number(data.payments) })}</Text>
      {change.error ? <ProblemAlert error={change.error} /> : null}
      <Stack gap="xs">
        <Title order={3}>{t('learning.payers')}</Title>
        <Text size="xs" c="dimmed">
          {t('learning.payersHint')}
        </Text>
        <Table aria-label={t('learning.payers')} verticalSpacing={6}>
          <Table.Tbody>
            {data.payers.map((payer) => (
              <Payer
                key={`${payer.kind} ${payer.value}`}
                payer={payer}
                busy={change.isPending}
                onChange={mayForget ? () => change.mutate({ payer, what: payer.forgotten ? 'remember' : 'forget' }) : null}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
      <Habits learning={data} />
      <Text size="xs" c="dimmed">
        {t('learning.correct')}
      </Text>
    </Stack>
  );
}

function Payer({ payer, busy, onChange }: { payer: LearnedPayer; busy: boolean; onChange: (() => void) | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const value = payer.kind === 'iban' ? payer.value.replace(/(.{4})(?=.)/g, '$1 ') : payer.value;
  const facts = [
    t(`learning.${payer.kind}`),
    t('learning.payments', { count: payer.payments, number: formats.number(payer.payments) }),
    payer.lastSeen ? t('learning.lastSeen', { date: formats.date(payer.lastSeen) }) : null,
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Text size="sm" {...(payer.forgotten ? { td: 'line-through' } : {})} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Table.Th>
      <Table.Td ta="right">
        <Group gap="xs" justify="flex-end">
          {payer.forgotten ? <Mark tone="quiet">{t('learning.forgotten')}</Mark> : null}
          {onChange ? (
            <Button size="compact-sm" variant="default" disabled={busy} aria-label={t(payer.forgotten ? 'learning.rememberOf' : 'learning.forgetOf', { value })} onClick={onChange}>
              {t(payer.forgotten ? 'learning.remember' : 'learning.forget')}
            </Button>
          ) : null}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
