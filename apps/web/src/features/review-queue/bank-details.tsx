import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { transactionQuery } from '../../api/statements.js';
import { Loading } from '../../display/list-states.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';
import { bankSaysOf } from './bank-says.js';
import classes from './queue.module.css';

/** Who wants to see it wants to see it of the next receipt too. */
let openedLast = false;

/** All that the bank said of a receipt, asked for when someone wants to see it. */
export function BankDetails({ transactionId }: { transactionId: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(openedLast);
  const id = useId();
  const toggle = () => {
    openedLast = !opened;
    setOpened(openedLast);
  };
  return (
    <div>
      <Button variant="subtle" size="compact-xs" ml={-8} aria-expanded={opened} aria-controls={id} onClick={toggle}>
        {t(opened ? 'bankSays.hide' : 'bankSays.show')}
      </Button>
      <div id={id}>{opened ? <Said transactionId={transactionId} /> : null}</div>
    </div>
  );
}

function Said({ transactionId }: { transactionId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(transactionQuery(transactionId));
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const fields = bankSaysOf(data, formats, {
    rateOf: (of) => t('bankSays.rateOf', of),
    chargeIncluded: (of) => t('bankSays.chargeIncluded', of),
    chargeApart: (of) => t('bankSays.chargeApart', of),
    documentOf: (of) => t('bankSays.documentOf', of),
    reversalOf: () => t('bankSays.reversalOf'),
  });
  if (fields.length === 0) return <Text size="xs">{t('bankSays.nothing')}</Text>;
  return (
    <dl className={classes.said} aria-label={t('bankSays.label')}>
      {fields.map(([field, value]) => (
        <div key={field}>
          <dt>{t(`bankSays.${field}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
