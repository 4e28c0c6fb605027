import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { previewStatement, statementKeys, uploadStatement } from '../../api/statements.js';
import type { CsvAnswers, StatementPreview, UploadResult } from '../../api/types.js';
import { Loading } from '../../display/list-states.js';
import { ProblemAlert, toProblem } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { Balances } from './balances.js';
import { ChooseAccount } from './choose-account.js';
import { answersOf, type CsvDraft } from './csv-answers.js';
import { CsvQuestions } from './csv-questions.js';
import { CsvReading } from './csv-reading.js';
import { FileProblems } from './file-problems.js';
import { PreviewRows } from './preview-rows.js';
import { Tally } from './tally.js';

interface PreviewProps {
  file: File;
  /** Tells one choice of a file from the next. */
  turn: number;
  onUploaded: (result: UploadResult) => void;
  onAnother: () => void;
}

/** What the file holds and what its import would do; nothing is stored yet. */
export function PreviewStatement({ file, turn, onUploaded, onAnother }: PreviewProps) {
  const { t } = useTranslation();
  const [account, setAccount] = useState<string | null>(null);
  /** What was answered holds for whichever account is chosen then: a file without an account is asked for it only once it can be read. */
  const [draft, setDraft] = useState<CsvDraft>({});
  const previewOf = (answers: CsvAnswers | null) => ({
    queryKey: statementKeys.preview(turn, account, answers),
    queryFn: async () => previewStatement(file, account, answers),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  /** What the file says by itself: its questions stand while they are being answered, so that an answer can be changed. */
  const plain = useQuery(previewOf(null));
  const refused = plain.error ? toProblem(plain.error).asks : undefined;
  const asking = plain.data ?? refused;
  const questions = asking?.questions ?? [];
  const answers = asking ? answersOf(questions, asking.mapping, draft) : null;
  const answered = useQuery({ ...previewOf(answers), enabled: answers !== null, placeholderData: keepPreviousData });
  const preview = answers === null ? plain : answered;
  /** What cannot be read under the answers: the form stands with them, so that they can be corrected. */
  const unread = answers && answered.error ? (toProblem(answered.error).asks?.questions ?? []).filter((question) => question.unread) : [];
  const reading = preview.data?.mapping ?? (answered.error && questions.length === 0 ? (draft.mapping ?? null) : null);
  const upload = useMutation({ mutationFn: async () => uploadStatement(file, account, answers), onSuccess: onUploaded });
  const error = upload.error ?? preview.error;
  const asksForAccount =
    account !== null || preview.data?.statements.some((statement) => statement.account === null) || (error && /account/.test(toProblem(error).code));
  return (
    <Paper p="md">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2}>{t('statements.preview', { filename: file.name })}</Title>
            {preview.data ? (
              <Text size="sm" c="dimmed">
                {t('statements.previewOf', { format: preview.data.format.toUpperCase(), encoding: preview.data.encoding })}
              </Text>
            ) : null}
          </div>
          <Button variant="subtle" color="gray" c="inherit" size="compact-md" onClick={onAnother}>
            {t('statements.otherFile')}
          </Button>
        </Group>
        {error ? <ProblemAlert error={error} title={t('statements.refused', { filename: file.name })} /> : null}
        {asksForAccount ? <ChooseAccount value={account} onChoose={setAccount} /> : null}
        {questions.length > 0 ? <CsvQuestions key={account} questions={questions} proposed={asking?.mapping ?? null} draft={draft} unread={unread} onAnswer={setDraft} /> : null}
        {preview.isFetching ? (
          <>
            <Loading />
            <Text ta="center" size="sm" c="dimmed">
              {t('statements.reading')}
            </Text>
          </>
        ) : null}
        {reading && questions.length === 0 && !preview.isFetching ? (
          <CsvReading
            mapping={reading}
            because={!preview.data ? null : answers ? 'answered' : preview.data.keptMapping ? 'kept' : null}
            unread={unread}
            failed={!preview.data}
            onRead={(mapping) => setDraft({ mapping })}
          />
        ) : null}
        {preview.data && !preview.isFetching ? (
          <>
            {questions.length > 0 && answers ? (
              <Text size="sm" role="status">
                {t('csv.answered')}
              </Text>
            ) : null}
            <Contents preview={preview.data}>
              <ImportButton
                count={preview.data.new}
                disabled={(Boolean(asksForAccount) && account === null) || preview.data.questions.length > 0}
                sending={upload.isPending}
                onImport={() => upload.mutate()}
              />
            </Contents>
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}

function Contents({ preview, children }: { preview: StatementPreview; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Tally imported={preview.new} known={preview.known} probable={preview.probableDuplicates} notBooked={preview.notBooked} statements={preview.statements} />
        {children}
      </Group>
      {preview.questions.length > 0 ? <Text size="sm">{t('csv.answerFirst')}</Text> : null}
      {preview.new === 0 ? <Text size="sm">{t('statements.nothingNew')}</Text> : null}
      <Balances statements={preview.statements} />
      <FileProblems problems={preview.warnings} />
      <PreviewRows rows={preview.rows} />
    </>
  );
}

function ImportButton({ count, disabled, sending, onImport }: { count: number; disabled: boolean; sending: boolean; onImport: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Button disabled={disabled} loading={sending} onClick={onImport}>
      {t('statements.import', { count, number: formats.number(count) })}
    </Button>
  );
}
