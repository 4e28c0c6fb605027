import { Alert, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import { glanceFilesQuery, glanceQuery, type Seen } from '../../api/glance.js';
import { useSession } from '../../api/session.js';
import { useAnnounce } from '../../display/announcer.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { Page } from '../../display/page.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { byFile } from './by-file.js';
import { EntryList } from './entry-list.js';
import { FileSection } from './file-section.js';

const seenStates = ['no', 'yes'] as const;

/** What was allocated without a person, statement by statement: marked as seen, or undone, one by one or as a whole. */
export function Glance() {
  const { t } = useTranslation();
  const formats = useFormats();
  const announce = useAnnounce();
  const mayDecide = can(useSession().role, 'decide');
  const [seen, setSeen] = useState<Seen>('no');
  const [asked, setAsked] = useState<string | null>(null);
  const undone = (count: number) => {
    const text = t('glance.asked', { count, number: formats.number(count) });
    setAsked(text);
    announce(text);
  };
  return (
    <Page title={t('glance.title')} subtitle={t('glance.subtitle')}>
      <SegmentedControl
        aria-label={t('glance.states.label')}
        data={seenStates.map((value) => ({ value, label: t(`glance.states.${value}`) }))}
        value={seen}
        onChange={(value) => setSeen(value as Seen)}
        style={{ alignSelf: 'flex-start' }}
      />
      {mayDecide ? null : (
        <Text size="sm" c="dimmed">
          {t('glance.onlyRead')}
        </Text>
      )}
      {asked ? (
        <Alert color="blue" variant="light" withCloseButton closeButtonLabel={t('action.dismiss')} onClose={() => setAsked(null)}>
          {asked}
        </Alert>
      ) : null}
      {seen === 'no' ? <ToGlanceAt mayDecide={mayDecide} onUndone={undone} /> : <SeenAlready mayDecide={mayDecide} onUndone={undone} />}
    </Page>
  );
}

interface ListProps {
  mayDecide: boolean;
  onUndone: (count: number) => void;
}

function ToGlanceAt({ mayDecide, onUndone }: ListProps) {
  const { t } = useTranslation();
  const files = useQuery(glanceFilesQuery);
  if (files.error) return <ProblemAlert error={files.error} onRetry={() => void files.refetch()} />;
  if (files.isPending) return <Loading />;
  if (files.data.length === 0) return <Empty title={t('glance.none')} hint={t('glance.noneHint')} />;
  return (
    <Stack gap="md">
      {files.data.map((file, index) => (
        <FileSection key={file.statementFileId} statementFileId={file.statementFileId} toGlanceAt={file} startsOpen={index === 0} mayDecide={mayDecide} onUndone={onUndone}>
          <EntriesOfFile statementFileId={file.statementFileId} mayDecide={mayDecide} />
        </FileSection>
      ))}
    </Stack>
  );
}

function EntriesOfFile({ statementFileId, mayDecide }: { statementFileId: string; mayDecide: boolean }) {
  const list = useInfiniteQuery(glanceQuery('no', statementFileId));
  const entries = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  return (
    <>
      <EntryList entries={entries} mayDecide={mayDecide} />
      {list.hasNextPage ? <More shown={entries.length} total={list.data?.pages[0]?.total} query={list} /> : null}
    </>
  );
}

function SeenAlready({ mayDecide, onUndone }: ListProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(glanceQuery('yes'));
  const files = useMemo(() => byFile(list.data?.pages.flatMap((page) => page.items) ?? []), [list.data]);
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Loading />;
  if (files.length === 0) return <Empty title={t('glance.noneSeen')} />;
  return (
    <Stack gap="md">
      {files.map((file) => (
        <FileSection key={file.statementFileId} statementFileId={file.statementFileId} toGlanceAt={null} startsOpen mayDecide={mayDecide} onUndone={onUndone}>
          <EntryList entries={file.entries} mayDecide={mayDecide} />
        </FileSection>
      ))}
      <More shown={files.reduce((sum, file) => sum + file.entries.length, 0)} total={list.data?.pages[0]?.total} query={list} />
    </Stack>
  );
}
