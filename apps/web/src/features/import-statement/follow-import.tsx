import { Alert, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { queueSummaryQuery } from '../../api/queue.js';
import { isRead, statementKeys, statementQuery } from '../../api/statements.js';
import type { StatementFile, UploadResult } from '../../api/types.js';
import { FileProblemText } from '../../display/file-problem-text.js';
import { useAnnounce } from '../../display/announcer.js';
import { Icon } from '../../display/icon.js';
import { Loading } from '../../display/list-states.js';
import { Mark } from '../../display/mark.js';
import { useFormats } from '../../i18n/use-formats.js';
import type { LiveEvents } from '../../live/events.js';
import { milestoneReached } from '../../live/milestone.js';
import { isAnswerable } from './answerable.js';
import { Balances } from './balances.js';
import { FileProblems } from './file-problems.js';
import { Tally } from './tally.js';

/** Only a file that asks something needs it. */
const AnswerFile = lazy(async () => ({ default: (await import('./answer-file.js')).AnswerFile }));

/** Follows an uploaded file until it is read, and says what it brought. */
export function FollowImport({ result, onAnother }: { result: UploadResult; onAnother: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data: file } = useQuery({
    ...statementQuery(result.statementFile.statementFileId),
    initialData: result.statementFile,
    initialDataUpdatedAt: 0,
  });
  return (
    <Paper p="md">
      <Stack gap="md">
        {result.created ? null : (
          <Alert color="blue" variant="light" role="status">
            {t('statements.alreadyImported', { date: formats.instant(file.receivedAt) })}
          </Alert>
        )}
        {isRead(file) ? <Outcome file={file} /> : <Reading file={file} />}
        {isRead(file) ? (
          <Group gap="sm">
            {file.state === 'completed' ? (
              <Button renderRoot={(props) => <Link to="/queue" search={{ statementFileId: file.statementFileId }} {...props} />}>
                {t('statements.toQueue')}
              </Button>
            ) : null}
            <Button variant="default" onClick={onAnother}>
              {t('statements.another')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}

function Reading({ file }: { file: StatementFile }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const announce = useAnnounce();
  const { data } = useQuery<LiveEvents['bank-import.statement-progressed.v1']>({
    queryKey: statementKeys.progress(file.statementFileId),
    queryFn: skipToken,
  });
  const percent = data ? Math.min(100, Math.floor((100 * data.bytesRead) / Math.max(1, data.bytesTotal))) : 0;
  const before = useRef(0);
  useEffect(() => {
    const reached = milestoneReached(before.current, percent);
    before.current = percent;
    if (reached !== null) announce(t('statements.progressAnnounced', { percent: formats.percent(reached / 100) }));
  }, [percent, announce, formats, t]);
  const read = data ? t('statements.progressRead', { count: data.transactions, number: formats.number(data.transactions) }) : t('statements.waiting');
  return (
    <Stack gap={6}>
      <Title order={2}>{t('statements.progress', { filename: file.filename })}</Title>
      <Progress value={data ? percent : 100} animated striped={!data} size="lg" aria-label={t('statements.progress', { filename: file.filename })} />
      <Text size="sm" c="dimmed" className="numbers">
        {data ? `${formats.percent(percent / 100)} · ${read}` : read}
      </Text>
    </Stack>
  );
}

function Outcome({ file }: { file: StatementFile }) {
  const { t } = useTranslation();
  // Answered, it is on its way again: what follows it follows on.
  if (isAnswerable(file)) {
    return (
      <Stack gap="sm">
        <div role="status">
          <Title order={2}>{t('csv.asks', { filename: file.filename })}</Title>
        </div>
        <Suspense fallback={<Loading />}>
          <AnswerFile file={file} named={false} onAnswered={() => undefined} />
        </Suspense>
      </Stack>
    );
  }
  if (file.state === 'refused') {
    return (
      <Alert role="alert" color="red" variant="light" icon={<Icon name="warning" />} title={t('statements.refused', { filename: file.filename })}>
        {file.problem ? <FileProblemText problem={file.problem} /> : null}
      </Alert>
    );
  }
  return (
    <Stack gap="sm" role="status" data-testid="import-result">
      <Title order={2}>{t('statements.done', { filename: file.filename })}</Title>
      <Tally imported={file.imported} known={file.known} probable={file.probableDuplicates} notBooked={file.notBooked} statements={file.statements} />
      <Balances statements={file.statements} />
      <Allocated statementFileId={file.statementFileId} />
      <FileProblems problems={file.warnings} />
    </Stack>
  );
}

/** What became of the file's credits so far; the live stream keeps it up to date. */
function Allocated({ statementFileId }: { statementFileId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useQuery(queueSummaryQuery(statementFileId));
  if (!data) return null;
  const counted = (count: number) => ({ count, number: formats.number(count) });
  return (
    <Group gap="xs">
      <Mark tone="good" icon="check">
        {t('statements.allocated', counted(data.settledAutomatically))}
      </Mark>
      {data.requested > 0 ? <Mark tone="fair">{t('statements.inProgress', counted(data.requested))}</Mark> : null}
      <Mark tone={data.waiting > 0 ? 'doubtful' : 'good'} icon={data.waiting > 0 ? 'question' : 'check'}>
        {t('statements.toReview', counted(data.waiting))}
      </Mark>
    </Group>
  );
}
