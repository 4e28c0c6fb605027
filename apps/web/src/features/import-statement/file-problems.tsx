import { Alert, Code, List, Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FileProblem } from '../../api/types.js';
import { Icon } from '../../display/icon.js';

const shownProblems = 10;

/** Remarks on a file: what, where, and what to do. */
export function FileProblems({ problems }: { problems: readonly FileProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('statements.warnings', { count: problems.length })}>
      <List size="sm" spacing={4}>
        {problems.slice(0, shownProblems).map((problem, index) => (
          <List.Item key={`${problem.code} ${index}`}>
            <FileProblemText problem={problem} />
          </List.Item>
        ))}
        {problems.length > shownProblems ? <List.Item>{t('problem.more', { count: problems.length - shownProblems })}</List.Item> : null}
      </List>
    </Alert>
  );
}

export function FileProblemText({ problem }: { problem: FileProblem }) {
  const { t } = useTranslation();
  const colon = t('state.colon');
  const name = translated(`fileProblem.${problem.code}`);
  const remedy = translated(`fileRemedy.${problem.code}`) ?? problem.remedy;
  return (
    <Text size="sm" component="div">
      <div>
        {name ? (
          <b>
            {name}
            {colon}
          </b>
        ) : null}
        {problem.message}
      </div>
      {problem.where ? (
        <div>
          {t('problem.where')}
          {colon}
          <Code>{problem.where}</Code>
        </div>
      ) : null}
      {problem.excerpt ? (
        <div>
          {t('problem.excerpt')}
          {colon}
          <Code>{problem.excerpt}</Code>
        </div>
      ) : null}
      <div>
        {t('problem.whatToDo')}
        {colon}
        {remedy}
      </div>
    </Text>
  );
}

/** The text of a key that may be missing: the service may know codes that this page does not. */
function translated(key: string): string | null {
  return i18next.exists(key) ? i18next.t(key as 'fileProblem.xml_truncated') : null;
}
