import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statementsQuery } from '../../api/statements.js';
import type { FileProblem, StatementFile } from '../../api/types.js';
import { columnsOf, DataTable } from '../../display/data-table.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { Mark, type Tone } from '../../display/mark.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { saidOf } from '../../display/sentence-text.js';
import { useSentenceText } from '../../display/use-sentence-text.js';
import { useFaultWords } from '../../i18n/fault-words.js';
import { useFormats } from '../../i18n/use-formats.js';
import { isAnswerable } from '../import-statement/answerable.js';

const helper = columnsOf<StatementFile>();

/** The files imported so far, with what each brought or why it was refused; `onAnswer` where the person may answer what a refused one asks. */
export function StatementList({ onAnswer }: { onAnswer: ((file: StatementFile) => void) | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const list = useInfiniteQuery(statementsQuery);
  const files = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const columns = useMemo(
    () =>
      helper.columns([
        helper.display({ id: 'file', header: t('field.file'), cell: ({ row: { original } }) => <FileCell file={original} onAnswer={onAnswer} /> }),
        helper.display({
          id: 'received',
          header: t('statements.received'),
          meta: { secondary: true },
          cell: ({ row: { original } }) => <span className="numbers">{formats.instant(original.receivedAt)}</span>,
        }),
        helper.display({ id: 'state', header: t('field.state'), cell: ({ row: { original } }) => <FileState file={original} /> }),
        helper.display({
          id: 'new',
          header: t('statements.result'),
          meta: { numeric: true },
          cell: ({ row: { original } }) => <Result file={original} />,
        }),
      ]),
    [t, formats, onAnswer],
  );
  return (
    <Stack gap="xs">
      <Title order={2}>{t('statements.earlier')}</Title>
      <Paper>
        {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Loading /> : null}
        {list.data && files.length === 0 ? <Empty title={t('statements.none')} /> : null}
        {files.length > 0 ? (
          <>
            <DataTable label={t('statements.earlier')} columns={columns} rows={files} rowId={(file) => file.statementFileId} />
            <More shown={files.length} total={list.data?.pages[0]?.total} query={list} />
          </>
        ) : null}
      </Paper>
    </Stack>
  );
}

function FileCell({ file, onAnswer }: { file: StatementFile; onAnswer: ((file: StatementFile) => void) | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const accounts = [...new Set(file.statements.map((statement) => statement.account).filter(Boolean))];
  return (
    <div>
      <Text span inherit style={{ wordBreak: 'break-all' }}>
        {file.filename}
      </Text>
      <Text size="xs" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
        {[file.format?.toUpperCase(), formats.bytes(file.bytes), ...accounts.slice(0, 2)].filter(Boolean).join(' · ')}
      </Text>
      {file.problem ? <Refusal problem={file.problem} /> : null}
      {onAnswer && isAnswerable(file) ? (
        <Button size="compact-xs" variant="default" mt={4} aria-label={t('csv.answerOf', { filename: file.filename })} onClick={() => onAnswer(file)}>
          {t('csv.answer')}
        </Button>
      ) : null}
    </div>
  );
}

/** Why a file is not imported, in the reader's language where we know the code. */
function Refusal({ problem }: { problem: FileProblem }) {
  const { t } = useTranslation();
  const words = useFaultWords();
  const message = useSentenceText(saidOf(problem));
  if (words === null) return null;
  const known = words.faults[problem.code] ?? words.refusals[problem.code];
  return (
    <Text size="xs" fw={400} maw={560} style={{ overflowWrap: 'anywhere' }}>
      {known ? (
        <b>
          {known.title}
          {t('state.colon')}
        </b>
      ) : null}
      {message} {t('problem.whatToDo')}
      {t('state.colon')}
      {known?.remedy ?? problem.remedy}
    </Text>
  );
}

const tones: Record<StatementFile['state'], Tone> = { received: 'fair', reading: 'fair', completed: 'good', refused: 'bad' };

function FileState({ file }: { file: StatementFile }) {
  const { t } = useTranslation();
  return <Mark tone={tones[file.state]}>{t(`statements.stateOf.${file.state}`)}</Mark>;
}

function Result({ file }: { file: StatementFile }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (file.state !== 'completed') return '–';
  return (
    <div>
      {t('statements.new', { count: file.imported, number: formats.number(file.imported) })}
      <Text size="xs" c="dimmed">
        {t('statements.known', { count: file.known, number: formats.number(file.known) })}
      </Text>
    </div>
  );
}
