import { Group, Kbd, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { glanceKeys, markSeen } from '../../api/glance.js';
import { queueKeys, undoEntry } from '../../api/queue.js';
import type { GlanceEntry } from '../../api/types.js';
import { useAnnounce } from '../../display/announcer.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { EntryCard } from './entry-card.js';
import { actionOfGlanceKey } from './glance-key.js';
import classes from './glance.module.css';

/** Allocations one below the other, one tab stop for all: arrows move, Enter marks as seen, U undoes. */
export function EntryList({ entries, mayDecide }: { entries: readonly GlanceEntry[]; mayDecide: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const cache = useQueryClient();
  const announce = useAnnounce();
  /** What has been decided here and may still be in the answer that the list was made of. */
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const refocus = useRef(false);
  // Once the list has come without it, its decision is told by the list: an undo that the ledger refuses brings it back.
  useEffect(() => {
    const listed = new Set(entries.map(({ transactionId }) => transactionId));
    setGone((before) => ([...before].every((id) => listed.has(id)) ? before : new Set([...before].filter((id) => listed.has(id)))));
  }, [entries]);
  const shown = entries.filter(({ transactionId }) => !gone.has(transactionId));
  const at = Math.min(active, shown.length - 1);
  const refresh = () => {
    for (const queryKey of [glanceKeys.all, queueKeys.lists, queueKeys.summaries]) void cache.invalidateQueries({ queryKey });
  };
  const decide = useMutation({
    mutationFn: async ({ entry, what }: { entry: GlanceEntry; what: 'seen' | 'undo' }) =>
      what === 'seen' ? markSeen({ transactionIds: [entry.transactionId] }) : undoEntry(entry.transactionId),
    onMutate: ({ entry }) => setGone((before) => new Set(before).add(entry.transactionId)),
    onSuccess: (_answer, { what }) => announce(what === 'seen' ? t('glance.announceSeen', { count: 1, number: formats.number(1) }) : t('glance.asked', { count: 1, number: formats.number(1) })),
    onError: (_error, { entry }) => setGone((before) => new Set([...before].filter((id) => id !== entry.transactionId))),
    onSettled: refresh,
  });
  const act = (entry: GlanceEntry, what: 'seen' | 'undo') => {
    refocus.current = true;
    decide.mutate({ entry, what });
  };
  const move = (to: number) => {
    refocus.current = true;
    setActive(Math.max(0, Math.min(shown.length - 1, to)));
  };
  useEffect(() => {
    if (!refocus.current) return;
    refocus.current = false;
    list.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  });
  const press = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).closest('button')) return;
    const action = actionOfGlanceKey(event);
    const entry = shown[at];
    if (!action || !entry) return;
    if (action === 'next') move(at + 1);
    else if (action === 'previous') move(at - 1);
    else if (!mayDecide || (action === 'seen' && entry.seenAt !== null)) return;
    else act(entry, action);
    event.preventDefault();
  };
  return (
    <>
      {decide.error ? <ProblemAlert error={decide.error} /> : null}
      <ul className={classes.list} ref={list} onKeyDown={press}>
        {shown.map((entry, index) => (
          <EntryCard key={entry.transactionId} entry={entry} active={index === at} onFocus={() => setActive(index)} onSeen={mayDecide && entry.seenAt === null ? () => act(entry, 'seen') : null} onUndo={mayDecide ? () => act(entry, 'undo') : null} />
        ))}
      </ul>
      {mayDecide && shown.length > 0 ? (
        <Group gap="sm" mt="xs" visibleFrom="md">
          <Text size="xs" c="dimmed">
            <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {t('queue.keysHelp.move')}
          </Text>
          <Text size="xs" c="dimmed">
            <Kbd size="xs">↵</Kbd> {t('glance.seen')}
          </Text>
          <Text size="xs" c="dimmed">
            <Kbd size="xs">U</Kbd> {t('action.undo')}
          </Text>
        </Group>
      ) : null}
    </>
  );
}
