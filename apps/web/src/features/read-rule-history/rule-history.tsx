import { Button, Paper, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ruleHistoryQuery } from '../../api/matching.js';
import { membersQuery } from '../../api/members.js';
import type { RuleBody, RuleChange } from '../../api/types.js';
import { Empty, Loading, More } from '../../display/list-states.js';
import { Page } from '../../display/page.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import classes from '../../display/rows.module.css';
import { RuleRow } from '../../display/rule-row.js';
import { useRuleWords } from '../../display/use-rule-words.js';
import { useFormats } from '../../i18n/use-formats.js';
import { saysTheSame, whatHappened } from './what-happened.js';

/** Who wrote, changed, switched or deleted which rule, and when. */
export function RuleHistory() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(ruleHistoryQuery);
  const changes = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('rules.historyTitle')}
      subtitle={t('rules.historySubtitle')}
      actions={
        <Button size="xs" variant="default" component={Link} to="/automatic-allocation">
          {t('rules.back')}
        </Button>
      }
    >
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading /> : null}
      {list.data && changes.length === 0 ? (
        <Paper>
          <Empty title={t('rules.historyNone')} />
        </Paper>
      ) : null}
      {changes.length > 0 ? (
        <Paper>
          <ul className={classes.list} aria-label={t('rules.historyTitle')}>
            {changes.map((change) => (
              <Change key={`${change.ruleId} ${change.version}`} change={change} />
            ))}
          </ul>
          <More shown={changes.length} total={list.data?.pages[0]?.total} query={list} />
        </Paper>
      ) : null}
    </Page>
  );
}

function Change({ change }: { change: RuleChange }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { words } = useRuleWords(change.rule);
  const { data: members } = useQuery(membersQuery);
  const name = members ? (members.find(({ userId }) => userId === change.changedBy)?.name ?? t('rules.someone')) : '…';
  const happened = formats.list(whatHappened(change).map((what) => t(`rules.happened.${what}`)));
  return (
    <RuleRow words={words} below={change.before && !saysTheSame(change.before.rule, change.rule) ? <Before rule={change.before.rule} /> : null}>
      <div>
        <Text size="sm">{happened}</Text>
        <Text size="xs" c="dimmed">
          {t('rules.happenedBy', { name, date: formats.instant(change.changedAt) })}
        </Text>
      </div>
    </RuleRow>
  );
}

function Before({ rule }: { rule: RuleBody }) {
  const { t } = useTranslation();
  const { words } = useRuleWords(rule);
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('rules.was', { rule: words })}
    </Text>
  );
}
