import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StatementSummary } from '../../api/types.js';
import { Money } from '../../display/money.js';
import { useFormats } from '../../i18n/use-formats.js';

const shownStatements = 5;

/** Per statement of the file: the account, the period, and the balances that its entries must tie. */
export function Balances({ statements }: { statements: readonly StatementSummary[] }) {
  return (
    <Stack gap="sm">
      {statements.slice(0, shownStatements).map((statement, index) => (
        <Balance key={statement.statementId ?? index} statement={statement} />
      ))}
    </Stack>
  );
}

function Balance({ statement }: { statement: StatementSummary }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const period = statement.from && statement.to ? `${formats.date(statement.from)} – ${formats.date(statement.to)}` : null;
  const facts: [string, string | null][] = [
    [t('statements.opening'), statement.openingBalance],
    [t('statements.credits'), statement.credits],
    [t('statements.debits'), statement.debits],
    [t('statements.closing'), statement.closingBalance],
  ];
  return (
    <div>
      <Text size="sm" fw={600}>
        {[statement.account, statement.sequence ? t('statements.sequence', { sequence: statement.sequence }) : null, period]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="sm" verticalSpacing={4} my={4}>
        {facts
          .filter(([, amount]) => amount !== null)
          .map(([name, amount]) => (
            <div key={name}>
              <Text component="dt" size="xs" c="dimmed">
                {name}
              </Text>
              <Text component="dd" m={0} fw={500}>
                {statement.currency ? <Money amount={amount!} currency={statement.currency} /> : amount}
              </Text>
            </div>
          ))}
      </SimpleGrid>
    </div>
  );
}
