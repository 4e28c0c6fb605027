import { Button, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOpenItems, invoicingKeys } from '../../../api/invoicing.js';
import { Money } from '../../../display/money.js';
import { ProblemAlert } from '../../../display/problem-alert.js';
import { useFormats } from '../../../i18n/use-formats.js';
import type { DraftLine } from './draft.js';
import classes from './allocate-by-hand.module.css';

interface FindItemsProps {
  currency: string;
  chosen: readonly string[];
  onAdd: (item: Omit<DraftLine, 'typed'>) => void;
}

/** Open items by number or customer, to be added to the draft; Enter adds the first that is not in it yet, once the list is that of what was typed. */
export function FindItems({ currency, chosen, onAdd }: FindItemsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: [...invoicingKeys.invoices, 'find', search],
    queryFn: async ({ signal }) => findOpenItems(search, signal),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const items = search === '' ? [] : (found.data?.items ?? []).filter((item) => item.currency === currency);
  const first = items.find((item) => !chosen.includes(item.itemId));
  const isOfTyped = search === typed.trim() && !found.isPlaceholderData;
  const [entered, setEntered] = useState(false);
  useEffect(() => {
    if (!entered || !isOfTyped || found.isFetching) return;
    setEntered(false);
    if (first) onAdd(first);
  }, [entered, isOfTyped, found.isFetching, first, onAdd]);
  return (
    <Stack gap={4}>
      <TextInput
        type="search"
        label={t('allocate.search')}
        placeholder={t('allocate.searchHint')}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setEntered(false);
        }}
        rightSection={found.isFetching ? <Loader size={14} /> : null}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          setEntered(true);
        }}
      />
      {found.error ? <ProblemAlert error={found.error} /> : null}
      {search !== '' && found.data && items.length === 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {t('allocate.noItem')}
        </Text>
      ) : null}
      {items.length > 0 ? (
        <ul className={classes.found}>
          {items.map((item) => (
            <li key={item.itemId} className={classes.line}>
              <div className={classes.item}>
                <Text size="sm" fw={500} className="numbers">
                  {item.number}
                </Text>
                <Text size="xs" c="dimmed">
                  {item.customerName} · {t('queue.due', { date: formats.date(item.dueDate) })}
                </Text>
              </div>
              <Money amount={item.open} currency={item.currency} size="sm" />
              <Button
                size="compact-sm"
                variant="light"
                disabled={chosen.includes(item.itemId)}
                aria-label={t('allocate.add', { number: item.number })}
                onClick={() => onAdd(item)}
              >
                {chosen.includes(item.itemId) ? t('allocate.added') : '+'}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Stack>
  );
}
