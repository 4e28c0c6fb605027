import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SidePanelProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** For a form that shows a comparison. */
  wide?: boolean;
  children: ReactNode;
}

/** A form beside the list that it belongs to. */
export function SidePanel({ opened, onClose, title, wide, children }: SidePanelProps) {
  const { t } = useTranslation();
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={wide ? 'lg' : 'md'}>
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Not a landmark: the page has its banner already. */}
        <Drawer.Header role="presentation">
          <Drawer.Title fw={650} fz="lg">
            {title}
          </Drawer.Title>
          <Drawer.CloseButton aria-label={t('action.close')} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
