import { Box, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../../live/live-stream.js';

const colours = { live: 'var(--live)', connecting: 'var(--quiet)', reconnecting: 'var(--doubtful)' };

/** Whether what is on screen follows what happens. */
export function LiveIndicator() {
  const { t } = useTranslation();
  const state = useLiveState();
  return (
    <Group gap={6} wrap="nowrap" role="status" title={t('live.hint')}>
      <Box w={8} h={8} bg={colours[state]} style={{ borderRadius: '50%' }} />
      <Text size="xs" c="dimmed" visibleFrom={state === 'reconnecting' ? undefined : 'xs'}>
        {t(`live.${state}`)}
      </Text>
    </Group>
  );
}
