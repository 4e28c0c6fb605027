import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgedTotals } from '../../api/types.js';
import { Money } from '../../display/money.js';
import classes from './aged-balance.module.css';
import { bucketColour, buckets, bucketShares } from './buckets.js';

/** The whole of the receivables by age: one bar, and each bucket with its amount. */
export function TotalBar({ totals }: { totals: AgedTotals }) {
  const { t } = useTranslation();
  return (
    <Paper p="md" component="section" aria-label={t('aged.share')}>
      <Text size="sm" c="dimmed">
        {t('aged.total')}
      </Text>
      <Text fz="1.5rem" fw={700} lh={1.3} mb="xs" data-testid="aged-total">
        <Money amount={totals.total} currency={totals.currency} />
      </Text>
      <div className={classes.bar} aria-hidden>
        {bucketShares(totals).map(({ bucket, percent }) => (
          <div key={bucket} style={{ flexGrow: percent, background: bucketColour[bucket] }} />
        ))}
      </div>
      <dl className={classes.figures}>
        {buckets.map((bucket) => (
          <div key={bucket}>
            <dt>
              <span className={classes.dot} style={{ background: bucketColour[bucket] }} />
              {t(`aged.buckets.${bucket}`)}
            </dt>
            <dd>
              <Money amount={totals[bucket]} currency={totals.currency} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('aged.unapplied')}</dt>
          <dd>
            <Money amount={totals.unapplied} currency={totals.currency} />
          </dd>
        </div>
      </dl>
    </Paper>
  );
}
