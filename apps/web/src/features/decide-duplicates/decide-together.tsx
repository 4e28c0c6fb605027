import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideDuplicates, duplicateFilesQuery, statementKeys } from '../../api/statements.js';
import type { DuplicatesDecision } from '../../api/types.js';
import { useAnnounce } from '../../display/announcer.js';
import { ConfirmDialog } from '../../display/confirm-dialog.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { type Bundle, bundlesOf } from './bundles.js';

interface Asked {
  bundle: Bundle;
  decision: DuplicatesDecision['decision'];
}

/** One decision for all entries of a file or of a statement, after saying how many they are and how much money. */
export function DecideTogether() {
  const { t } = useTranslation();
  const formats = useFormats();
  const announce = useAnnounce();
  const cache = useQueryClient();
  const { data } = useQuery(duplicateFilesQuery);
  const bundles = useMemo(() => bundlesOf(data ?? []), [data]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [outcome, setOutcome] = useState('');
  const counted = (count: number) => ({ count, number: formats.number(count) });
  const decide = useMutation({
    mutationFn: async ({ bundle, decision }: Asked) =>
      decideDuplicates({ statementFileId: bundle.statementFileId, decision, ...(bundle.statement === null ? {} : { statement: bundle.statement }) }),
    onSuccess: ({ decided, left }) => {
      const words = [t('duplicates.decided', counted(decided)), left > 0 ? t('duplicates.left', counted(left)) : ''].filter(Boolean).join(' ');
      setAsked(null);
      setOutcome(words);
      announce(words);
    },
    onSettled: () => {
      for (const queryKey of [statementKeys.duplicates, statementKeys.warnings, statementKeys.list]) void cache.invalidateQueries({ queryKey });
    },
  });
  const close = () => (decide.reset(), setAsked(null));
  return (
    <>
      {outcome ? <Text size="sm">{outcome}</Text> : null}
      {bundles.length > 0 ? (
        <Paper p="md">
          <Stack gap="sm" component="ul" aria-label={t('duplicates.together')} m={0} p={0} style={{ listStyle: 'none' }}>
            {bundles.map((bundle) => (
              <BundleLine key={`${bundle.statementFileId} ${bundle.statement}`} bundle={bundle} onAsk={(decision) => setAsked({ bundle, decision })} />
            ))}
          </Stack>
        </Paper>
      ) : null}
      {asked ? (
        <ConfirmDialog
          opened
          title={t(`duplicates.${asked.decision}Title`, counted(asked.bundle.open))}
          text={t(`duplicates.${asked.decision}Text`)}
          confirm={t(`duplicates.${asked.decision}Confirm`, counted(asked.bundle.open))}
          cancel={t('duplicates.keep')}
          busy={decide.isPending}
          onConfirm={() => decide.mutate(asked)}
          onClose={close}
        >
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {asked.bundle.filename}
          </Text>
          <Sums bundle={asked.bundle} />
          {decide.error ? <ProblemAlert error={decide.error} /> : null}
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function BundleLine({ bundle, onAsk }: { bundle: Bundle; onAsk: (decision: DuplicatesDecision['decision']) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const period = bundle.from && bundle.to ? `${formats.date(bundle.from)} – ${formats.date(bundle.to)}` : null;
  const name = bundle.statement === null ? bundle.filename : [bundle.statementId ?? bundle.filename, period].filter(Boolean).join(' · ');
  return (
    <li>
      <Group justify="space-between" gap="sm" ps={bundle.statement === null ? 0 : 'md'}>
        <div>
          <Text size="sm" fw={bundle.statement === null ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
            {name} · {t('duplicates.openOf', { count: bundle.open, number: formats.number(bundle.open) })}
          </Text>
          <Sums bundle={bundle} />
        </div>
        <Group gap="xs">
          {(['same', 'another'] as const).map((decision) => (
            <Button
              key={decision}
              size="xs"
              variant="default"
              aria-label={t(decision === 'same' ? 'duplicates.allSameOf' : 'duplicates.allAnotherOf', { of: name })}
              onClick={() => onAsk(decision)}
            >
              {t(decision === 'same' ? 'duplicates.allSame' : 'duplicates.allAnother')}
            </Button>
          ))}
        </Group>
      </Group>
    </li>
  );
}

function Sums({ bundle }: { bundle: Bundle }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = bundle.sums.flatMap(({ currency, credits, debits }) => [
    /[1-9]/.test(credits) ? t('duplicates.received', { amount: formats.money(credits, currency) }) : null,
    /[1-9]/.test(debits) ? t('duplicates.spent', { amount: formats.money(debits, currency) }) : null,
  ]);
  return (
    <Text size="xs" c="dimmed" className="numbers">
      {words.filter(Boolean).join(' · ')}
    </Text>
  );
}
