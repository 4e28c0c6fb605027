import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvMapping, CsvQuestion } from '../../api/types.js';
import { unreadIn } from './csv-answers.js';
import { CsvMappingEditor } from './csv-mapping-editor.js';
import { UnreadDates } from './unread-dates.js';

interface CsvReadingProps {
  mapping: CsvMapping;
  /** Why it is read so, where it is not by detection alone. */
  because: 'kept' | 'answered' | null;
  /** What is asked because dates cannot be read under this mapping. */
  unread: readonly CsvQuestion[];
  /** The file cannot be read under it: it stands open to be corrected. */
  failed: boolean;
  onRead: (mapping: CsvMapping) => void;
}

/** How a CSV was read that asks nothing, and the way to correct it. */
export function CsvReading({ mapping, because, unread, failed, onRead }: CsvReadingProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(failed);
  return (
    <Stack gap="xs">
      <UnreadDates dates={unreadIn(unread)} readings={unread.flatMap(({ readings }) => readings)} />
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
