import { Alert, Button, Code, List, Stack, Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiProblem, problemOf } from '../api/api-problem.js';
import type { Problem } from '../api/types.js';
import { useRemedy } from '../i18n/fault-words.js';
import { FileProblemText } from './file-problem-text.js';
import { Icon } from './icon.js';
import { useSentenceText } from './use-sentence-text.js';

const shownErrors = 10;

/** The problem's name in the reader's language where we have one, else in the service's words. */
export function problemTitle(problem: Problem): string {
  const key = `problem.${problem.code}`;
  return i18next.exists(key) ? i18next.t(key as 'problem.not_found') : problem.title;
}

export function toProblem(error: unknown): Problem {
  return error instanceof ApiProblem ? error.problem : problemOf(1, null);
}

/** One field that is wrong, by its name on the page where it has one there. */
function FieldError({ error: { where, message, sentence } }: { error: NonNullable<Problem['errors']>[number] }) {
  const { t } = useTranslation();
  const said = useSentenceText({ detail: message, sentence });
  const field = `field.${fieldKeys[where] ?? where}`;
  return (
    <List.Item>
      {i18next.exists(field) ? t(field as 'field.name') : <Code>{where}</Code>}
      {t('state.colon')}
      {said}
    </List.Item>
  );
}

/** Fields whose name on the page is another. */
const fieldKeys: Readonly<Record<string, string | undefined>> = { customerId: 'customer', organisationName: 'organisation', paymentTermsDays: 'termsDays', homeCountry: 'country', upTo: 'amount' };

/** What went wrong: what, where, and what to do. */
export function ProblemAlert({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = toProblem(error);
  const name = problemTitle(problem);
  const remedy = useRemedy()(problem);
  const detail = useSentenceText(problem.fault ? null : problem);
  // A fault says all that the detail, the errors and the remedy say, and more, in the reader's language.
  const errors = problem.fault ? [] : (problem.errors ?? []);
  return (
    <Alert role="alert" color="red" variant="light" icon={<Icon name="warning" />} title={title ?? name}>
      <Stack gap={6} align="flex-start">
        {title ? (
          <Text size="sm" fw={600}>
            {name}
          </Text>
        ) : null}
        {problem.fault ? <FileProblemText problem={problem.fault} /> : null}
        {detail ? <Text size="sm">{detail}</Text> : null}
        {errors.length > 0 ? (
          <List size="sm" spacing={2}>
            {errors.slice(0, shownErrors).map((error) => (
              <FieldError key={`${error.where} ${error.message}`} error={error} />
            ))}
            {errors.length > shownErrors ? <List.Item>{t('problem.more', { count: errors.length - shownErrors })}</List.Item> : null}
          </List>
        ) : null}
        {remedy && !problem.fault ? (
          <Text size="sm">
            <b>
              {t('problem.whatToDo')}
              {t('state.colon')}
            </b>
            {remedy}
          </Text>
        ) : null}
        {onRetry ? (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}
