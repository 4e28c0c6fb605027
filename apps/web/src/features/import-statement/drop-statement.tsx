import '@mantine/dropzone/styles.css';
import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../display/icon.js';

/** Where a statement is dropped, or chosen by a button; the button alone takes the keyboard's focus. */
export function DropStatement({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useTranslation();
  const [tooMany, setTooMany] = useState(false);
  const choose = (files: (File | null)[]) => {
    const file = files[0];
    if (file) onChoose(file);
  };
  return (
    <Stack gap="xs">
      <Dropzone
        onDrop={choose}
        onReject={() => setTooMany(true)}
        multiple={false}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        role="group"
        aria-label={t('statements.drop')}
        inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
      >
        <Group justify="center" gap="md" mih={150} wrap="wrap">
          <Text c="ledger" component="span" lh={0}>
            <Icon name="upload" size={40} />
          </Text>
          <div>
            <Text fw={600} size="lg">
              <Dropzone.Idle>{t('statements.drop')}</Dropzone.Idle>
              <Dropzone.Accept>{t('statements.dropNow')}</Dropzone.Accept>
              <Dropzone.Reject>{t('statements.oneFile')}</Dropzone.Reject>
            </Text>
            <Text size="sm" c="dimmed">
              {t('statements.formats')}
            </Text>
          </div>
          <FileButton onChange={(file: File | null) => choose([file])} inputProps={{ 'aria-label': t('statements.choose') }}>
            {(props) => <Button {...props}>{t('statements.choose')}</Button>}
          </FileButton>
        </Group>
      </Dropzone>
      {tooMany ? (
        <Alert role="alert" color="yellow" variant="light" withCloseButton closeButtonLabel={t('action.dismiss')} onClose={() => setTooMany(false)}>
          {t('statements.oneFile')}
        </Alert>
      ) : null}
    </Stack>
  );
}
