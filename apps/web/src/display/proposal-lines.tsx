import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../api/types.js';
import { useFormats } from '../i18n/use-formats.js';
import { Money } from './money.js';

interface ProposalLinesProps {
  proposal: Pick<Proposal, 'lines' | 'difference'>;
  currency: string;
  /** Once it is allocated, what is open on an item is what was left of it: that says nothing about the proposal. */
  allocated?: boolean;
}

/** The items that a proposal pays, and the difference by its name; the column adds up to what was received. */
export function ProposalLines({ proposal, currency, allocated = false }: ProposalLinesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table mt={6} verticalSpacing={3} horizontalSpacing={0} withRowBorders={false}>
      <Table.Tbody>
        {proposal.lines.map((line) => (
          <Table.Tr key={line.itemId}>
            <Table.Td>
              <Text span size="sm" fw={500} className="numbers">
                {line.number}
              </Text>{' '}
              <Text span size="xs" c="dimmed">
                {[line.kind === 'credit_note' ? t('itemKind.credit_note') : null, t('queue.due', { date: formats.date(line.dueDate) })]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={line.amount} currency={currency} size="sm" />
              {allocated || line.amount === line.open ? null : (
                <Text span size="xs" c="dimmed" className="numbers">
                  {' '}
                  {t('queue.ofOpen', { open: formats.money(line.open, currency) })}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
        {proposal.difference ? (
          <Table.Tr>
            <Table.Td>
              <Text span size="sm" fw={500}>
                {t(`difference.${proposal.difference.kind}`)}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={opposite(proposal.difference.amount)} currency={currency} size="sm" />
            </Table.Td>
          </Table.Tr>
        ) : null}
      </Table.Tbody>
    </Table>
  );
}

/** A difference is allocated minus received; beside the items, where the column adds up to what was received, it stands with the other sign. */
function opposite(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
