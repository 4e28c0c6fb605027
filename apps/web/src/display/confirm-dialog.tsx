import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  text: string;
  /** The verb with its number: what is pressed says what it does. */
  confirm: string;
  cancel: string;
  busy?: boolean;
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something that is long to take back; the focus is on the way out. */
export function ConfirmDialog({ opened, title, text, confirm, cancel, busy, disabled, onConfirm, onClose, children }: ConfirmDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* Not a landmark: the page has its banner already. */}
        <Modal.Header role="presentation">
          <Modal.Title fw={650} fz="lg">
            {title}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Stack gap="md">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Text>
            {children}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" data-autofocus onClick={onClose}>
                {cancel}
              </Button>
              <Button color="red.9" loading={busy ?? false} disabled={disabled ?? false} onClick={onConfirm}>
                {confirm}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
