import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainWarning, statementKeys } from '../../api/statements.js';
import type { StatementWarning } from '../../api/types.js';
import { useAnnounce } from '../../display/announcer.js';
import { ProblemAlert } from '../../display/problem-alert.js';

const longestNote = 2000;

/** Why a warning is in order, in the words of the person who looked. */
export function ExplainForm({ warning, label, onDone }: { warning: StatementWarning; label: string; onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [note, setNote] = useState(warning.note ?? '');
  const save = useMutation({
    mutationFn: async () => explainWarning(warning.warningId, note.trim()),
    onSuccess: () => {
      announce(t('warnings.saved'));
      onDone();
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: statementKeys.warnings }),
  });
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim()) save.mutate();
      }}
    >
      <Stack gap="xs">
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <Textarea label={t('warnings.note')} description={t('warnings.noteHint')} autosize minRows={2} maxLength={longestNote} autoFocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <Group gap="sm">
          <Button type="submit" size="xs" disabled={!note.trim()} loading={save.isPending}>
            {t('warnings.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
