import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { decideDuplicate, duplicatesQuery, statementKeys } from '../../api/statements.js';
import type { DuplicateDecision, ProbableDuplicate } from '../../api/types.js';
import { More } from '../../display/list-states.js';
import { notify } from '../../display/notify.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { byBooking } from './by-booking.js';
import { DecideTogether } from './decide-together.js';
import { DetailedBooking } from './detailed-booking.js';
import { Line } from './line.js';
import { useReplacement } from './use-replacement.js';

/** Entries that may be transactions which are known already, each beside those; shown only where there are some. */
export function DuplicateList({ mayDecide }: { mayDecide: boolean }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const list = useInfiniteQuery(duplicatesQuery('open'));
  const refresh = useCallback(() => {
    for (const queryKey of [statementKeys.duplicates, statementKeys.warnings, statementKeys.list]) void cache.invalidateQueries({ queryKey });
  }, [cache]);
  const groups = byBooking(list.data?.pages.flatMap((page) => page.items) ?? []);
  const look = useCallback(() => void cache.invalidateQueries({ queryKey: statementKeys.duplicates }), [cache]);
  const onDone = useCallback(() => {
    notify({ id: 'booking-replaced', message: t('duplicates.replaced') });
    refresh();
  }, [t, refresh]);
  const replacement = useReplacement(
    groups.map(({ key }) => key),
    { look, onDone },
  );
  const decide = useMutation({
    mutationFn: async ({ transactionId, decision }: Decided) => decideDuplicate(transactionId, decision),
    onSuccess: (_, { key, decision }) => (decision.decision === 'replace' ? replacement.ask(key) : undefined),
    onSettled: refresh,
  });
  const held = groups.flatMap(({ entries }) => entries);
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
      {groups.map(({ key, booking, entries }) => {
        const deciding = decide.isPending && decide.variables.key === key;
        const onDecide = mayDecide ? (entry: ProbableDuplicate, decision: DuplicateDecision) => decide.mutate({ key, transactionId: entry.transactionId, decision }) : null;
        if (booking) return <DetailedBooking key={key} booking={booking} entries={entries} asked={replacement.stateOf(key)} onDecide={onDecide} deciding={deciding} />;
        return entries.map((entry) => <Held key={entry.transactionId} entry={entry} onDecide={onDecide && ((decision) => onDecide(entry, decision))} deciding={deciding} />);
      })}
      <More shown={held.length} total={list.data?.pages[0]?.total} query={list} />
    </Stack>
  );
}

interface Decided {
  /** Of what is decided together. */
  key: string;
  transactionId: string;
  decision: DuplicateDecision;
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
