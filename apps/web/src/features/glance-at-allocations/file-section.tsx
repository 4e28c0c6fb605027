import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { glanceKeys, markSeen } from '../../api/glance.js';
import { statementQuery } from '../../api/statements.js';
import type { GlanceFiles } from '../../api/types.js';
import { useAnnounce } from '../../display/announcer.js';
import { Icon } from '../../display/icon.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { UndoBatch } from './undo-batch.js';

interface FileSectionProps {
  statementFileId: string;
  /** Null where all that is listed has been seen. */
  toGlanceAt: GlanceFiles['items'][number] | null;
  startsOpen: boolean;
  mayDecide: boolean;
  onUndone: (count: number) => void;
  children: ReactNode;
}

/** One statement file: what it is called, what is to be glanced at, and what can be done with all of it at once. */
export function FileSection({ statementFileId, toGlanceAt, startsOpen, mayDecide, onUndone, children }: FileSectionProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [opened, setOpened] = useState(startsOpen);
  const [asking, setAsking] = useState(false);
  const { data: file } = useQuery(statementQuery(statementFileId));
  const filename = file?.filename ?? t('glance.unknownFile');
  const seenAll = useMutation({
    mutationFn: async () => markSeen({ statementFileId }),
    onSuccess: ({ seen }) => announce(t('glance.announceSeen', { count: seen, number: formats.number(seen) })),
    onSettled: () => void cache.invalidateQueries({ queryKey: glanceKeys.all }),
  });
  const heading = `glance-${statementFileId}`;
  return (
    <Paper component="section" p="md" aria-labelledby={heading}>
      <Group justify="space-between" gap="sm">
        <div>
          <Title order={2} id={heading} style={{ wordBreak: 'break-all' }}>
            {t('glance.file', { filename })}
          </Title>
          {toGlanceAt ? (
            <Text size="sm" c="dimmed">
              {t('glance.count', { count: toGlanceAt.toGlanceAt, number: formats.number(toGlanceAt.toGlanceAt) })} · {t('glance.lastOn', { date: formats.instant(toGlanceAt.lastDecidedAt) })}
            </Text>
          ) : null}
        </div>
        <Group gap="xs">
          {mayDecide && toGlanceAt ? (
            <Button size="xs" variant="default" leftSection={<Icon name="check" size={14} />} loading={seenAll.isPending} aria-label={t('glance.seenAllOf', { filename })} onClick={() => seenAll.mutate()}>
              {t('glance.seenAll')}
            </Button>
          ) : null}
          {mayDecide ? (
            <Button size="xs" variant="default" leftSection={<Icon name="undo" size={14} />} aria-haspopup="dialog" aria-label={t('glance.undoAllOf', { filename })} onClick={() => setAsking(true)}>
              {t('glance.undoAll')}
            </Button>
          ) : null}
          <Button size="xs" variant="subtle" aria-expanded={opened} aria-label={t(opened ? 'glance.hideOf' : 'glance.showOf', { filename })} onClick={() => setOpened(!opened)}>
            {t(opened ? 'glance.hide' : 'glance.show')}
          </Button>
        </Group>
      </Group>
      {seenAll.error ? <ProblemAlert error={seenAll.error} /> : null}
      {opened ? children : null}
      {mayDecide ? <UndoBatch opened={asking} statementFileId={statementFileId} filename={filename} onClose={() => setAsking(false)} onUndone={onUndone} /> : null}
    </Paper>
  );
}
