import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TriedOutcome, TryRuleResult } from '../../api/types.js';
import { Mark } from '../../display/mark.js';
import { Money } from '../../display/money.js';
import { ProposalLines } from '../../display/proposal-lines.js';
import { useReasonText } from '../../display/use-reason-text.js';
import { useFormats } from '../../i18n/use-formats.js';

/** What a rule would have done with the latest receipts: how many decisions, for better or worse, and each before and after. */
export function TriedRule({ result }: { result: TryRuleResult }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const receipts = formats.number(result.receipts);
  const counted = (count: number) => ({ count, number: formats.number(count) });
  return (
    <Stack gap="sm" role="status" data-testid="tried-rule">
      <Text size="sm" fw={600}>
        {result.changed === 0 ? t('rules.triedNone', { receipts, concerned: formats.number(result.concerned) }) : t('rules.tried', { receipts, ...counted(result.changed) })}
      </Text>
      {result.nowRight > 0 || result.nowWrong > 0 ? (
        <Group gap="xs">
          <Mark tone={result.nowRight > 0 ? 'good' : 'quiet'} icon="check">
            {t('rules.nowRight', counted(result.nowRight))}
          </Mark>
          <Mark tone={result.nowWrong > 0 ? 'bad' : 'quiet'} icon="warning">
            {t('rules.nowWrong', counted(result.nowWrong))}
          </Mark>
        </Group>
      ) : null}
      {result.changes.length > 0 ? <Title order={3}>{t('rules.changes')}</Title> : null}
      {result.changes.map((change) => (
        <Paper key={change.transactionId} p="sm">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            <Money amount={change.amount} currency={change.currency} /> · {change.counterpartyName ?? t('queue.unknownPayer')}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[formats.date(change.bookingDate), change.remittance].filter(Boolean).join(' · ')}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
            <Outcome title={t('rules.before')} outcome={change.before} currency={change.currency} right={change.beforeIsRight} />
            <Outcome title={t('rules.after')} outcome={change.after} currency={change.currency} right={change.afterIsRight} />
          </SimpleGrid>
        </Paper>
      ))}
    </Stack>
  );
}

function Outcome({ title, outcome, currency, right }: { title: string; outcome: TriedOutcome; currency: string; right: boolean | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const text = useReasonText();
  const sure = outcome.confidence === null ? null : t('queue.confidence', { percent: formats.percent(outcome.confidence) });
  return (
    <div>
      <Group gap="xs">
        <Text size="xs" c="dimmed" fw={600}>
          {title}
        </Text>
        <Mark tone="quiet">{t(`rules.outcome.${outcome.outcome}`)}</Mark>
        {right === null ? null : (
          <Mark tone={right ? 'good' : 'bad'} icon={right ? 'check' : 'warning'}>
            {t(right ? 'rules.right' : 'rules.wrong')}
          </Mark>
        )}
      </Group>
      <ProposalLines proposal={outcome} currency={currency} allocated />
      <Text size="xs" c="dimmed">
        {[sure, ...outcome.reasons.map(text)].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
