import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FileProblem } from '../../api/types.js';
import { FileProblemText } from '../../display/file-problem-text.js';
import { Icon } from '../../display/icon.js';

const shownProblems = 10;

/** Remarks on a file: what, where, and what to do; those that are settled by now stand apart. */
export function FileProblems({ problems }: { problems: readonly (FileProblem & { readonly settled?: boolean })[] }) {
  const { t } = useTranslation();
  const [open, settled] = [problems.filter((problem) => !problem.settled), problems.filter((problem) => problem.settled)];
  return (
    <>
      {open.length > 0 ? (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('statements.warnings', { count: open.length })}>
          <Problems problems={open} />
        </Alert>
      ) : null}
      {settled.length > 0 ? (
        <Alert color="green" variant="light" icon={<Icon name="check" />} title={t('statements.settledWarnings', { count: settled.length })}>
          <Problems problems={settled} />
        </Alert>
      ) : null}
    </>
  );
}

function Problems({ problems }: { problems: readonly FileProblem[] }) {
  const { t } = useTranslation();
  return (
    <List size="sm" spacing={4}>
      {problems.slice(0, shownProblems).map((problem, index) => (
        <List.Item key={`${problem.code} ${index}`}>
          <FileProblemText problem={problem} />
        </List.Item>
      ))}
      {problems.length > shownProblems ? <List.Item>{t('problem.more', { count: problems.length - shownProblems })}</List.Item> : null}
    </List>
  );
}
