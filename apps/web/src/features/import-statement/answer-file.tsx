import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerStatement, statementKeys } from '../../api/statements.js';
import type { StatementFile } from '../../api/types.js';
import { FileProblemText } from '../../display/file-problem-text.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { asksForAccount } from './answerable.js';
import { ChooseAccount } from './choose-account.js';
import { answersOf, type CsvDraft } from './csv-answers.js';
import { CsvQuestions } from './csv-questions.js';

/** Answers what a file that is here already asks, such as one that came through the watched folder; it is then read again, without being sent again. */
export function AnswerFile({ file, named = true, onAnswered }: { file: StatementFile; named?: boolean; onAnswered: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [draft, setDraft] = useState<CsvDraft>({});
  const [account, setAccount] = useState<string | null>(null);
  const answers = answersOf(file.questions, file.mapping, draft);
  const needsAccount = asksForAccount(file);
  const ready = (!needsAccount || account !== null) && (file.questions.length === 0 || answers !== null);
  const answer = useMutation({
    mutationFn: async () => answerStatement(file.statementFileId, { ...(account ? { bankAccountId: account } : {}), ...(answers ? { answers } : {}) }),
    onSuccess: (again) => {
      cache.setQueryData(statementKeys.one(file.statementFileId), again);
      onAnswered();
    },
    onSettled: () => {
      for (const queryKey of [statementKeys.list, statementKeys.one(file.statementFileId)]) void cache.invalidateQueries({ queryKey });
    },
  });
  return (
    <Stack gap="md">
      {named ? (
        <Text fw={600} style={{ wordBreak: 'break-all' }}>
          {file.filename}
        </Text>
      ) : null}
      {answer.error ? <ProblemAlert error={answer.error} /> : null}
      {file.problem && file.questions.length === 0 ? <FileProblemText problem={file.problem} /> : null}
      {needsAccount ? <ChooseAccount value={account} onChoose={setAccount} /> : null}
      {file.questions.length > 0 ? <CsvQuestions questions={file.questions} proposed={file.mapping} draft={draft} onAnswer={setDraft} /> : null}
      <Group>
        <Button disabled={!ready} loading={answer.isPending} onClick={() => answer.mutate()}>
          {t('csv.readAgain')}
        </Button>
      </Group>
    </Stack>
  );
}
