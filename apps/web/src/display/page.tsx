import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A page's heading, what can be done on it, and its content. */
interface PageProps {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** As high as the window on wide screens, its parts scrolling by themselves. */
  fill?: boolean;
  children: ReactNode;
}

export function Page({ title, subtitle, actions, fill, children }: PageProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" className={fill ? 'fill' : ''}>
      <title>{`${title} · ${t('app.name')}`}</title>
      <Group justify="space-between" align="center" gap="sm">
        <div>
          <Title order={1}>{title}</Title>
          {subtitle ? (
            <Text c="dimmed" size="sm">
              {subtitle}
            </Text>
          ) : null}
        </div>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </Stack>
  );
}
