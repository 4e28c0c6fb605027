import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvMapping } from '../../api/types.js';
import { CsvMappingEditor } from './csv-mapping-editor.js';

interface CsvReadingProps {
  mapping: CsvMapping;
  /** Why it is read so, where it is not by detection alone. */
  because: 'kept' | 'answered' | null;
  onRead: (mapping: CsvMapping) => void;
}

/** How a CSV was read that asks nothing, and the way to correct it. */
export function CsvReading({ mapping, because, onRead }: CsvReadingProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {because ? (
          <Text size="sm" role="status">
            {t(`csv.${because}`)}
          </Text>
        ) : null}
        <Button size="compact-sm" variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('csv.correct')}
        </Button>
      </Group>
      {opened ? (
        <Paper p="sm">
          <CsvMappingEditor key={JSON.stringify(mapping)} start={mapping} asked={[]} confirmed onRead={onRead} />
        </Paper>
      ) : null}
    </Stack>
  );
}
