import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FileProblem } from '../../api/types.js';
import { FileProblemText } from '../../display/file-problem-text.js';
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
