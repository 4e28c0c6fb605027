import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A page's heading, what can be done on it, and its content. */
export function Page({ title, subtitle, actions, children }: { title: string; subtitle?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <title>{`${title} · ${t('app.name')}`}</title>
      <Group justify="space-between" align="center" gap="sm">
        <div>
          <Title order={1}>{title}</Title>
          {subtitle ? <Text c="dimmed" size="sm">{subtitle}</Text> : null}
        </div>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </Stack>
  );
}
