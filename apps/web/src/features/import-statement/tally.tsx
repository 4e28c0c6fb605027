import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StatementSummary } from '../../api/types.js';
import { Mark } from '../../display/mark.js';
import { useFormats } from '../../i18n/use-formats.js';
import { balancedOf } from './balanced.js';

interface TallyProps {
  imported: number;
  known: number;
  probable: number;
  notBooked: number;
  statements: readonly StatementSummary[];
}

/** "812 new · 188 already known", and whether the file balances. */
export function Tally({ imported, known, probable, notBooked, statements }: TallyProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const counted = (count: number) => ({ count, number: formats.number(count) });
  const balanced = balancedOf(statements);
  return (
    <Group gap="xs">
      <Mark tone={imported > 0 ? 'good' : 'quiet'}>{t('statements.new', counted(imported))}</Mark>
      <Mark tone="quiet">{t('statements.known', counted(known))}</Mark>
      {probable > 0 ? (
        <Mark tone="doubtful" icon="question">
          {t('statements.probable', counted(probable))}
        </Mark>
      ) : null}
      {notBooked > 0 ? <Mark tone="quiet">{t('statements.notBooked', counted(notBooked))}</Mark> : null}
      {balanced === true ? (
        <Mark tone="good" icon="check" title={t('statements.balancedHint')}>
          {t('statements.balanced')}
        </Mark>
      ) : null}
      {balanced === false ? (
        <Mark tone="bad" icon="warning" title={t('statements.balancedHint')}>
          {t('statements.notBalanced')}
        </Mark>
      ) : null}
      {balanced === null ? <Mark tone="quiet">{t('statements.noBalance')}</Mark> : null}
    </Group>
  );
}
