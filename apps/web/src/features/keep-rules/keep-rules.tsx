import { Button, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteRule, matchingKeys, rulesQuery, updateRule } from '../../api/matching.js';
import type { StoredRule } from '../../api/types.js';
import { ConfirmDialog } from '../../display/confirm-dialog.js';
import { Empty, Loading } from '../../display/list-states.js';
import { notify } from '../../display/notify.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { SidePanel } from '../../display/side-panel.js';
import { useFormats } from '../../i18n/use-formats.js';
import classes from '../../display/rows.module.css';
import { RuleRow } from '../../display/rule-row.js';
import { useRuleWords } from '../../display/use-rule-words.js';

const RuleForm = lazy(async () => ({ default: (await import('./rule-form.js')).RuleForm }));

/** What an accountant lays down: rules in the order in which they decide, each switched on or off, changed, or deleted. */
export function KeepRules({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation();
  const rules = useQuery(rulesQuery);
  const [inForm, setInForm] = useState<{ rule: StoredRule | null; customerName: string } | null>(null);
  return (
    <Stack gap="xs" component="section" aria-labelledby="rules">
      <Group justify="space-between" gap="sm">
        <Title order={2} id="rules">
          {t('rules.title')}
        </Title>
        <Group gap="xs">
          <Button size="xs" variant="default" component={Link} to="/automatic-allocation/history">
            {t('rules.history')}
          </Button>
          {mayChange ? (
            <Button size="xs" onClick={() => setInForm({ rule: null, customerName: '' })}>
              {t('rules.new')}
            </Button>
          ) : null}
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {t('rules.hint')}
      </Text>
      {rules.error ? <ProblemAlert error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.isPending ? <Loading /> : null}
      {rules.data?.length === 0 ? (
        <Paper>
          <Empty title={t('rules.none')} />
        </Paper>
      ) : null}
      {rules.data && rules.data.length > 0 ? (
        <Paper component="ul" className={classes.list} aria-label={t('rules.list')}>
          {rules.data.map((rule) => (
            <KeptRule key={rule.ruleId} rule={rule} mayChange={mayChange} onEdit={(customerName) => setInForm({ rule, customerName })} />
          ))}
        </Paper>
      ) : null}
      <SidePanel opened={inForm !== null} onClose={() => setInForm(null)} title={t(inForm?.rule ? 'rules.edit' : 'rules.new')} wide>
        {inForm ? (
          <Suspense fallback={<Loading />}>
            <RuleForm stored={inForm.rule} customerName={inForm.customerName} onDone={() => setInForm(null)} />
          </Suspense>
        ) : null}
      </SidePanel>
    </Stack>
  );
}

function KeptRule({ rule: stored, mayChange, onEdit }: { rule: StoredRule; mayChange: boolean; onEdit: (customerName: string) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const cache = useQueryClient();
  const { words, customerName } = useRuleWords(stored.rule);
  const [asking, setAsking] = useState(false);
  const refresh = async () => cache.invalidateQueries({ queryKey: matchingKeys.rules });
  const turn = useMutation({ mutationFn: async (active: boolean) => updateRule(stored, stored.rule, active), onSettled: refresh });
  const removal = useMutation({
    mutationFn: async () => deleteRule(stored.ruleId),
    onSuccess: () => {
      setAsking(false);
      notify({ id: 'rule-deleted', message: t('rules.deleted') });
    },
    onSettled: refresh,
  });
  return (
    <RuleRow
      words={words}
      below={
        <>
          <Text size="xs" c="dimmed">
            {t(`rules.kind.${stored.rule.kind}`)} · {t('rules.changedOn', { date: formats.instant(stored.changedAt) })}
          </Text>
          {turn.error ? <ProblemAlert error={turn.error} /> : null}
        </>
      }
    >
      <Group gap="sm">
        <Switch
          size="sm"
          aria-label={t('rules.activeOf', { rule: words })}
          label={t('rules.active')}
          checked={turn.isPending ? turn.variables : stored.active}
          disabled={!mayChange || turn.isPending}
          onChange={(event) => turn.mutate(event.currentTarget.checked)}
        />
        {mayChange ? (
          <>
            <Button size="compact-sm" variant="default" aria-label={t('rules.editOf', { rule: words })} onClick={() => onEdit(customerName)}>
              {t('action.edit')}
            </Button>
            <Button size="compact-sm" variant="default" aria-haspopup="dialog" aria-label={t('rules.deleteOf', { rule: words })} onClick={() => setAsking(true)}>
              {t('rules.delete')}
            </Button>
          </>
        ) : null}
      </Group>
      <ConfirmDialog
        opened={asking}
        title={t('rules.confirmDelete')}
        text={`${words}. ${t('rules.confirmDeleteText')}`}
        confirm={t('rules.delete')}
        cancel={t('action.cancel')}
        busy={removal.isPending}
        onConfirm={() => removal.mutate()}
        onClose={() => setAsking(false)}
      >
        {removal.error ? <ProblemAlert error={removal.error} /> : null}
      </ConfirmDialog>
    </RuleRow>
  );
}
