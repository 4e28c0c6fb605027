import { Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bankAccountsQuery, forgetMapping, keptMappingsQuery, statementKeys } from '../../api/statements.js';
import type { CsvMapping, KeptCsvMapping } from '../../api/types.js';
import { Empty, Loading } from '../../display/list-states.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';

/** How the CSVs of an account are read, as people have answered and corrected it: to be seen, and forgotten. */
export function KeptMappings({ mayForget }: { mayForget: boolean }) {
  const { t } = useTranslation();
  const { data: accounts } = useQuery(bankAccountsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const items = accounts?.items ?? [];
  const account = chosen ?? items[0]?.bankAccountId ?? null;
  if (account === null) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="kept-mappings">
      <Title order={2} id="kept-mappings">
        {t('csv.keptTitle')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('csv.keptHint')}
      </Text>
      <Paper p="md">
        <Stack gap="sm">
          <Select
            label={t('statements.account')}
            data={items.map(({ bankAccountId, name, identification }) => ({ value: bankAccountId, label: name === identification ? name : `${name} · ${identification}` }))}
            value={account}
            onChange={setChosen}
            allowDeselect={false}
            maw={420}
          />
          <MappingsOf key={account} bankAccountId={account} mayForget={mayForget} />
        </Stack>
      </Paper>
    </Stack>
  );
}

function MappingsOf({ bankAccountId, mayForget }: { bankAccountId: string; mayForget: boolean }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const list = useQuery(keptMappingsQuery(bankAccountId));
  const forget = useMutation({
    mutationFn: async (signature: string) => forgetMapping(bankAccountId, signature),
    onSettled: () => void cache.invalidateQueries({ queryKey: statementKeys.mappings }),
  });
  const error = forget.error ?? list.error;
  return (
    <>
      {error ? <ProblemAlert error={error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading /> : null}
      {list.data?.length === 0 ? <Empty title={t('csv.keptNone')} /> : null}
      {list.data?.map((kept) => (
        <Kept key={kept.signature} kept={kept} onForget={mayForget ? () => forget.mutate(kept.signature) : null} forgetting={forget.isPending} />
      ))}
    </>
  );
}

function Kept({ kept, onForget, forgetting }: { kept: KeptCsvMapping; onForget: (() => void) | null; forgetting: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { mapping } = kept;
  const facts = [
    t('csv.keptOn', { date: formats.instant(kept.keptAt) }),
    kept.lastUsedAt ? t('csv.keptLastUsed', { date: formats.instant(kept.lastUsedAt) }) : t('csv.keptNeverUsed'),
    t(`csv.order.${mapping.dateOrder}`),
    `${t('csv.decimalSign')}${t('state.colon')}${t(mapping.decimalSign === ',' ? 'csv.comma' : 'csv.point')}`,
    mapping.currency,
  ];
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
      <div>
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          <ColumnsRead mapping={mapping} />
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      {onForget ? (
        <Button size="compact-sm" variant="default" flex="none" loading={forgetting} aria-label={t('csv.forgetOf', { date: formats.instant(kept.keptAt) })} onClick={onForget}>
          {t('csv.forget')}
        </Button>
      ) : null}
    </Group>
  );
}

/** "Date: booking date · Montant: amount", without the columns that are not read. */
function ColumnsRead({ mapping }: { mapping: CsvMapping }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const named = (title: string | null, at: number) => title?.trim() || t('csv.column', { number: formats.number(at + 1) });
  return mapping.columns
    .map(({ title, role }, at) => (role === 'ignored' ? null : `${named(title, at)}${t('state.colon')}${t(`csv.role.${role}`)}`))
    .filter(Boolean)
    .join(' · ');
}
