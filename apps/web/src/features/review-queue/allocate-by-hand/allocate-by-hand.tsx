import { Button, Chip, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfirmBody, DifferenceKind, Proposal, QueueEntry } from '../../../api/types.js';
import { ChooseCustomer, type ChosenCustomer } from '../../../display/choose-customer.js';
import { Mark } from '../../../display/mark.js';
import { Money } from '../../../display/money.js';
import { useFormats } from '../../../i18n/use-formats.js';
import { BankLine } from '../bank-line.js';
import classes from '../queue.module.css';
import { bodyOf, customerOf, decimal, kindsFor, needsCustomer, remainingMinor, withItem, type Draft } from './draft.js';
import { draftOf } from './draft-of.js';
import { DraftLines } from './draft-lines.js';
import { FindItems } from './find-items.js';

interface AllocateByHandProps {
  entry: QueueEntry;
  /** The proposal to start from, or null to start with nothing. */
  start: Proposal | null;
  onCancel: () => void;
  onSave: (body: ConfirmBody) => void;
}

/** A free allocation of one receipt over several items; it can be saved when it adds up to what was received. */
export function AllocateByHand({ entry, start, onCancel, onSave }: AllocateByHandProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const write = (amount: string) => formats.amount(amount, entry.currency);
  const [draft, setDraft] = useState<Draft>(() => draftOf(entry, start, write));
  const [customer, setCustomer] = useState<ChosenCustomer | null>(() =>
    start?.customerId ? { customerId: start.customerId, label: start.customerName ?? start.customerId } : null,
  );
  const body = bodyOf(draft, entry.version);
  const kinds = kindsFor(draft);
  const chooseCustomer = (chosen: ChosenCustomer | null) => {
    setCustomer(chosen);
    setDraft({ ...draft, customerId: chosen?.customerId ?? null });
  };
  const save = () => (body ? onSave(body) : undefined);
  return (
    <Paper
      className={classes.card}
      component="form"
      onSubmit={(event) => (event.preventDefault(), save())}
      onKeyDown={(event) => (event.key === 'Escape' ? onCancel() : undefined)}
    >
      <Stack gap="md" p="md">
        <BankLine entry={entry} />
        <Title order={3}>{t('allocate.title', { amount: formats.money(entry.amount, entry.currency) })}</Title>
        <FindItems
          currency={entry.currency}
          chosen={draft.lines.map((line) => line.itemId)}
          onAdd={(item) => setDraft((before) => withItem(before, item, write))}
        />
        <DraftLines draft={draft} onChange={(lines) => setDraft({ ...draft, lines })} />
        {kinds.length > 0 ? (
          <div>
            <Text size="sm" fw={500} mb={6} id="difference-kinds">
              {t('allocate.difference')}
            </Text>
            <Chip.Group value={draft.difference} onChange={(kind) => setDraft({ ...draft, difference: kind as DifferenceKind })}>
              <Group gap={6} role="radiogroup" aria-labelledby="difference-kinds">
                {kinds.map((kind) => (
                  <Chip key={kind} value={kind} size="xs">
                    {t(`difference.${kind}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </div>
        ) : null}
        {kinds.length > 0 && needsCustomer(draft.difference) && (customer !== null || customerOf(draft) === null) ? (
          <ChooseCustomer label={t('allocate.whose')} value={customer} onChoose={chooseCustomer} />
        ) : null}
      </Stack>
      <Group className={classes.actions} justify="space-between" gap="sm">
        <Remaining draft={draft} settled={body !== null} />
        <Group gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={body === null}>
            {t('allocate.save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

/** What no line takes yet; always in sight. */
function Remaining({ draft, settled }: { draft: Draft; settled: boolean }) {
  const { t } = useTranslation();
  const remaining = remainingMinor(draft);
  const label = remaining === null ? t('allocate.unreadable') : remaining < 0n ? t('allocate.tooMuch') : t('allocate.remaining');
  return (
    <Group gap="xs" role="status">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {remaining === null ? null : (
        <Text fw={700} data-testid="remaining">
          <Money amount={decimal(remaining < 0n ? -remaining : remaining, draft.currency)} currency={draft.currency} />
        </Text>
      )}
      {settled ? (
        <Mark tone="good" icon="check">
          {t('allocate.balanced')}
        </Mark>
      ) : null}
    </Group>
  );
}
