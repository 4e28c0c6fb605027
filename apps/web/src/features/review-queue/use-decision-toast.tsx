import { Button, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '../../api/types.js';
import { hideNotification, notify } from '../../display/notify.js';
import { useFormats } from '../../i18n/use-formats.js';

const shownMs = 8_000;

/** The last decision, for a moment, with its way back; the way back stays in the list of what is settled. */
export function useDecisionToast(undo: (transactionId: string) => void) {
  const { t } = useTranslation();
  const formats = useFormats();
  const shown = useRef<string | null>(null);
  const turn = useRef(0);
  const words = (entry: QueueEntry) => ({
    amount: formats.money(entry.amount, entry.currency),
    name: entry.counterpartyName ?? t('queue.unknownPayer'),
  });
  const show = (entry: QueueEntry, text: string, withUndo: boolean) => {
    if (shown.current) hideNotification(shown.current);
    const id = `decision-${entry.transactionId}-${++turn.current}`;
    shown.current = id;
    notify({
      id,
      autoClose: shownMs,
      closeButtonProps: { 'aria-label': t('action.dismiss') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{text}</Text>
          {withUndo ? (
            <Button size="compact-sm" variant="light" flex="none" onClick={() => undo(entry.transactionId)}>
              {t('action.undo')}
            </Button>
          ) : null}
        </Group>
      ),
    });
  };
  return {
    decided: (entry: QueueEntry, what: 'confirmed' | 'put_aside') =>
      show(entry, t(what === 'confirmed' ? 'queue.confirmed' : 'queue.putAside', words(entry)), true),
    takenBack: (entry: QueueEntry) => show(entry, t('queue.takenBack', words(entry)), false),
    gone: (_entry: QueueEntry) => (shown.current ? hideNotification(shown.current) : undefined),
  };
}
