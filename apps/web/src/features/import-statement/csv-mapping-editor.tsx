import { Button, Checkbox, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvMapping, CsvQuestion, CsvRole } from '../../api/types.js';
import { useFormats } from '../../i18n/use-formats.js';
import { cellsOf, dateOrders, missingIn, withRole } from './csv-answers.js';

interface CsvMappingEditorProps {
  start: CsvMapping;
  /** What is asked beside the editor is not in it as well. */
  asked: readonly CsvQuestion[];
  /** Someone has said already that the columns are right. */
  confirmed: boolean;
  onRead: (mapping: CsvMapping) => void;
}

const roles: readonly CsvRole[] = [
  'bookingDate', 'valueDate', 'amount', 'debit', 'credit', 'balance', 'label', 'party', 'payer', 'payee', 'partyAccount', 'payerAccount', 'payeeAccount', 'reference', 'structuredReference', 'endToEndId', 'mandateId', 'currency', 'direction', 'status',
  'fee', 'account', 'originalAmount', 'originalCurrency', 'code', 'returnReason', 'ignored',
];

/** How a CSV is read, column by column, to be confirmed or corrected. */
export function CsvMappingEditor({ start, asked, confirmed, onRead }: CsvMappingEditorProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [mapping, setMapping] = useState(start);
  const missing = missingIn(mapping);
  const isAsked = (code: string) => asked.some((question) => question.code === code);
  const unchanged = JSON.stringify(mapping) === JSON.stringify(start);
  const roleData = roles.map((value) => ({ value, label: t(`csv.role.${value}`) }));
  const rows = asked.flatMap((question) => question.rows ?? []);
  const setRole = (at: number, role: CsvRole) => setMapping(withRole(mapping, at, role, rows));
  return (
    <Stack gap="sm">
      <Table.ScrollContainer minWidth={0} type="native" mah={360} tabIndex={0} role="region" aria-label={t('csv.mapping')}>
        <Table aria-label={t('csv.mapping')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('csv.columnTitle')}</Table.Th>
              {rows.length > 0 ? <Table.Th scope="col">{t('csv.columnCells')}</Table.Th> : null}
              <Table.Th scope="col">{t('csv.columnRole')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mapping.columns.map(({ title, role }, at) => {
              const name = title?.trim() || t('csv.column', { number: formats.number(at + 1) });
              return (
                <Table.Tr key={at}>
                  <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
                    {name}
                  </Table.Th>
                  {rows.length > 0 ? (
                    <Table.Td c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {cellsOf(rows, at).join(' · ')}
                    </Table.Td>
                  ) : null}
                  <Table.Td>
                    <NativeSelect size="xs" aria-label={t('csv.roleOf', { column: name })} data={roleData} value={role} onChange={(event) => setRole(at, event.currentTarget.value as CsvRole)} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group align="flex-end" gap="sm">
        {isAsked('date_order') ? null : (
          <NativeSelect
            label={t('csv.dateOrder')}
            data={dateOrders.map((value) => ({ value, label: t(`csv.order.${value}`) }))}
            value={mapping.dateOrder}
            onChange={(event) => setMapping({ ...mapping, dateOrder: event.currentTarget.value as CsvMapping['dateOrder'] })}
          />
        )}
        {isAsked('decimal_sign') ? null : (
          <NativeSelect
            label={t('csv.decimalSign')}
            data={[
              { value: ',', label: t('csv.comma') },
              { value: '.', label: t('csv.point') },
            ]}
            value={mapping.decimalSign}
            onChange={(event) => setMapping({ ...mapping, decimalSign: event.currentTarget.value as CsvMapping['decimalSign'] })}
          />
        )}
        {isAsked('currency') ? null : (
          <TextInput
            label={t('csv.currencyIfUnsaid')}
            maxLength={3}
            value={mapping.currency ?? ''}
            onChange={(event) => setMapping({ ...mapping, currency: event.currentTarget.value.trim().toUpperCase() || null })}
          />
        )}
      </Group>
      {isAsked('sign') ? null : (
        <Checkbox label={t('csv.positiveIsDebit')} checked={mapping.positiveIsDebit} onChange={(event) => setMapping({ ...mapping, positiveIsDebit: event.currentTarget.checked })} />
      )}
      {mapping.columns.some(({ role }) => role === 'debit') ? (
        <Checkbox label={t('csv.debitIsSigned')} checked={mapping.debitIsSigned} onChange={(event) => setMapping({ ...mapping, debitIsSigned: event.currentTarget.checked })} />
      ) : null}
      <Group gap="sm">
        <Button disabled={missing !== null || (confirmed && unchanged)} onClick={() => onRead(mapping)}>
          {t(isAsked('columns') && unchanged && !confirmed ? 'csv.columnsRight' : 'csv.readSo')}
        </Button>
        {missing ? (
          <Text size="sm" role="status">
            {t(`csv.${missing}`)}
          </Text>
        ) : null}
      </Group>
    </Stack>
  );
}
