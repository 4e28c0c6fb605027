import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Transaction } from '../../api/types.js';
import { Money } from '../../display/money.js';
import { useFormats } from '../../i18n/use-formats.js';

/** What the bank said of a transaction, in two lines. */
export function Line({ transaction, from }: { transaction: Pick<Transaction, 'amount' | 'currency' | 'bookingDate' | 'counterpartyName' | 'remittance' | 'reference'>; from: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div>
      <Text size="sm" fw={600}>
        <Money amount={transaction.amount} currency={transaction.currency} /> · {formats.date(transaction.bookingDate)}
        {transaction.counterpartyName ? ` · ${transaction.counterpartyName}` : ''}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[transaction.remittance, transaction.reference, from ? t('duplicates.fromFile', { filename: from }) : null].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
