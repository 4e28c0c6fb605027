import { Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../../api/members.js';
import { warningsQuery } from '../../api/statements.js';
import type { StatementWarning } from '../../api/types.js';
import { FileProblemText } from '../../display/file-problem-text.js';
import { Icon } from '../../display/icon.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFaultWords } from '../../i18n/fault-words.js';
import { useFormats } from '../../i18n/use-formats.js';
import { ExplainForm } from './explain-form.js';
import classes from './warnings.module.css';

const states = ['open', 'explained', 'cleared'] as const;
type Shown = (typeof states)[number];

/** What is odd about the statements (one that does not balance, a gap to the one before) until someone has explained it, and what was said of it. */
export function WarningList({ mayExplain }: { mayExplain: boolean }) {
  const { t } = useTranslation();
  const [state, setState] = useState<Shown>('open');
  const list = useInfiniteQuery(warningsQuery(state));
  const open = useInfiniteQuery(warningsQuery('open'));
  const warnings = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="xs" component="section" aria-labelledby="warnings">
      <Group justify="space-between" gap="sm">
        <Title order={2} id="warnings">
          {t('warnings.title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('warnings.states.label')}
          data={states.map((value) => ({ value, label: t(`warnings.states.${value}`) }))}
          value={state}
          onChange={(value) => setState(value as Shown)}
        />
      </Group>
      {open.data && open.data.pages[0]?.items.length ? (
        <Text size="sm" c="dimmed">
          {t('warnings.hint')}
        </Text>
      ) : null}
      <Paper>
        {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Loading /> : null}
        {list.data && warnings.length === 0 ? <Empty title={t(`warnings.none.${state}`)} /> : null}
        {warnings.length > 0 ? (
          <>
            <ul className={classes.list} aria-label={t('warnings.title')}>
              {warnings.map((warning) => (
                <Warning key={warning.warningId} warning={warning} mayExplain={mayExplain} />
              ))}
            </ul>
            <More shown={warnings.length} total={list.data?.pages[0]?.total} query={list} />
          </>
        ) : null}
      </Paper>
    </Stack>
  );
}

function Warning({ warning, mayExplain }: { warning: StatementWarning; mayExplain: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [explaining, setExplaining] = useState(false);
  const title = useFaultWords()?.faults[warning.problem.code]?.title ?? warning.problem.message;
  const period = warning.from && warning.to ? `${formats.date(warning.from)} – ${formats.date(warning.to)}` : null;
  const of = warning.statementId ? t('warnings.of', { filename: warning.filename, statement: warning.statementId }) : warning.filename;
  return (
    <li className={classes.warning}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <span className={classes.sign} data-open={warning.state === 'open' || undefined}>
          <Icon name={warning.state === 'open' ? 'warning' : 'check'} />
        </span>
        <Stack gap={6} miw={0} flex={1}>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[of, period].filter(Boolean).join(' · ')}
          </Text>
          <FileProblemText problem={warning.problem} />
          <Said warning={warning} />
          {mayExplain && warning.state !== 'cleared' ? (
            explaining ? (
              <ExplainForm warning={warning} label={t('warnings.explainOf', { title })} onDone={() => setExplaining(false)} />
            ) : (
              <Group>
                <Button size="xs" variant="default" aria-label={t('warnings.explainOf', { title })} onClick={() => setExplaining(true)}>
                  {t(warning.state === 'open' ? 'warnings.explain' : 'action.edit')}
                </Button>
              </Group>
            )
          ) : null}
        </Stack>
      </Group>
    </li>
  );
}

/** What someone said of it, who and when; or that what was missing has come. */
function Said({ warning }: { warning: StatementWarning }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data: members } = useQuery({ ...membersQuery, enabled: warning.explainedBy !== null });
  if (warning.state === 'cleared') return warning.clearedAt ? <Text size="sm">{t('warnings.cleared', { date: formats.instant(warning.clearedAt) })}</Text> : null;
  if (warning.note === null || warning.explainedAt === null) return null;
  const name = members ? (members.find(({ userId }) => userId === warning.explainedBy)?.name ?? t('warnings.someone')) : '…';
  return (
    <div className={classes.note}>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {warning.note}
      </Text>
      <Text size="xs" c="dimmed">
        {t('warnings.explainedBy', { name, date: formats.instant(warning.explainedAt) })}
      </Text>
    </div>
  );
}
