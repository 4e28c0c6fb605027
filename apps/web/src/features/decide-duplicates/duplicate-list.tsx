import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { decideDuplicate, duplicatesQuery, statementKeys } from '../../api/statements.js';
import type { DuplicateDecision, ProbableDuplicate, Transaction } from '../../api/types.js';
import { More } from '../../display/list-states.js';
import { Money } from '../../display/money.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { DecideTogether } from './decide-together.js';

/** Entries that may be transactions which are known already, each beside those; shown only where there are some. */
export function DuplicateList({ mayDecide }: { mayDecide: boolean }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const list = useInfiniteQuery(duplicatesQuery('open'));
  const decide = useMutation({
    mutationFn: async ({ transactionId, decision }: { transactionId: string; decision: DuplicateDecision }) => decideDuplicate(transactionId, decision),
    onSettled: () => {
      for (const queryKey of [statementKeys.duplicates, statementKeys.warnings, statementKeys.list]) void cache.invalidateQueries({ queryKey });
    },
  });
  const held = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (held.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="duplicates">
      <Title order={2} id="duplicates">
        {t('duplicates.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('duplicates.hint')}
      </Text>
      {mayDecide ? <DecideTogether /> : null}
      {decide.error ? <ProblemAlert error={decide.error} /> : null}
      {held.map((entry) => (
        <Held
          key={entry.transactionId}
          entry={entry}
          onDecide={mayDecide ? (decision) => decide.mutate({ transactionId: entry.transactionId, decision }) : null}
          deciding={decide.isPending && decide.variables.transactionId === entry.transactionId}
        />
      ))}
      <More shown={held.length} total={list.data?.pages[0]?.total} query={list} />
    </Stack>
  );
}

interface HeldProps {
  entry: ProbableDuplicate;
  onDecide: ((decision: DuplicateDecision) => void) | null;
  deciding: boolean;
}

function Held({ entry, onDecide, deciding }: HeldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const amount = formats.money(entry.amount, entry.currency);
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Line transaction={entry} from={entry.filename} />
        <Text size="xs" c="dimmed" fw={600}>
          {t('duplicates.may')}
        </Text>
        {entry.candidates.map((candidate) => (
          <Group key={candidate.transactionId} justify="space-between" align="flex-start" gap="sm">
            <Line transaction={candidate} from={null} />
            {onDecide ? (
              <Button
                size="xs"
                variant="default"
                loading={deciding}
                aria-label={t('duplicates.sameOf', { amount, date: formats.date(candidate.bookingDate) })}
                onClick={() => onDecide({ decision: 'same', transactionId: candidate.transactionId })}
              >
                {t('duplicates.same')}
              </Button>
            ) : null}
          </Group>
        ))}
        {onDecide ? (
          <Group>
            <Button size="xs" variant="default" loading={deciding} aria-label={t('duplicates.anotherOf', { amount })} onClick={() => onDecide({ decision: 'another' })}>
              {t('duplicates.another')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}

function Line({ transaction, from }: { transaction: Pick<Transaction, 'amount' | 'currency' | 'bookingDate' | 'counterpartyName' | 'remittance' | 'reference'>; from: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div>
      <Text size="sm" fw={600}>
        <Money amount={transaction.amount} currency={transaction.currency} /> · {formats.date(transaction.bookingDate)}
        {transaction.counterpartyName ? ` · ${transaction.counterpartyName}` : ''}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[transaction.remittance, transaction.reference, from ? t('duplicates.fromFile', { filename: from }) : null].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
