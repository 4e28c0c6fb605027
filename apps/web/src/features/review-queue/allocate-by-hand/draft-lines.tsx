import { Button, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.js';
import { amountThatFits, faultOf, type Draft, type DraftLine } from './draft.js';
import classes from './allocate-by-hand.module.css';

/** The items of the draft, each with the amount that it gets. */
export function DraftLines({ draft, onChange }: { draft: Draft; onChange: (lines: DraftLine[]) => void }) {
  const { t } = useTranslation();
  const set = (line: DraftLine, typed: string) => onChange(draft.lines.map((other) => (other === line ? { ...line, typed } : other)));
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('allocate.lines')}
      </Text>
      {draft.lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('allocate.none')}
        </Text>
      ) : null}
      <Stack component="ul" gap={0} className={classes.list}>
        {draft.lines.map((line) => (
          <Line
            key={line.itemId}
            line={line}
            draft={draft}
            onType={(typed) => set(line, typed)}
            onRemove={() => onChange(draft.lines.filter((other) => other !== line))}
          />
        ))}
      </Stack>
    </div>
  );
}

function Line({ line, draft, onType, onRemove }: { line: DraftLine; draft: Draft; onType: (typed: string) => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const fault = faultOf(line, draft.currency);
  const fitting = amountThatFits(draft, line);
  return (
    <li className={classes.line}>
      <div className={classes.item}>
        <Text size="sm" fw={500} className="numbers">
          {line.number}
        </Text>
        <Text size="xs" c="dimmed">
          {[line.customerName, t('queue.due', { date: formats.date(line.dueDate) }), `${t('field.open')} ${formats.money(line.open, draft.currency)}`]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap" align="flex-start">
        {fitting !== null ? (
          <Button size="xs" variant="subtle" onClick={() => onType(formats.amount(fitting, draft.currency))}>
            {t('allocate.fit')}
          </Button>
        ) : null}
        <TextInput
          size="xs"
          w={120}
          inputMode="decimal"
          aria-label={t('allocate.amountOf', { number: line.number })}
          value={line.typed}
          onChange={(event) => onType(event.currentTarget.value)}
          error={fault ? t(`allocate.fault.${fault}`) : null}
          classNames={{ input: classes.amount! }}
        />
        <CloseButton size="md" aria-label={t('allocate.removeLine', { number: line.number })} onClick={onRemove} />
      </Group>
    </li>
  );
}
