import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.js';

export function Loading() {
  const { t } = useTranslation();
  return (
    <Center py="xl" role="status" aria-label={t('state.loading')}>
      <Loader size="sm" />
    </Center>
  );
}

/** Nothing to show, why, and what to do about it. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap={6} py="xl" px="md">
      <Text fw={600} ta="center">
        {title}
      </Text>
      {hint ? (
        <Text c="dimmed" size="sm" ta="center">
          {hint}
        </Text>
      ) : null}
      {children}
    </Stack>
  );
}

interface MoreProps {
  shown: number;
  total: number | undefined;
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** How much of a list is shown, and the way to the rest. */
export function More({ shown, total, query }: MoreProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const text =
    total === undefined
      ? t('state.shownOnly', { count: shown, shown: formats.number(shown) })
      : t('state.shown', { shown: formats.number(shown), total: formats.number(total) });
  return (
    <Group justify="space-between" px="sm" py="xs">
      <Text size="xs" c="dimmed" role="status">
        {text}
      </Text>
      {query.hasNextPage ? (
        <Button size="xs" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('action.loadMore')}
        </Button>
      ) : null}
    </Group>
  );
}
