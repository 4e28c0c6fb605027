import { Anchor, AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { LiveStream } from '../../live/live-stream.js';
import { LanguageSwitch } from './language-switch.js';
import { LiveIndicator } from './live-indicator.js';
import { Navigation } from './navigation.js';
import { UserMenu } from './user-menu.js';

/** The frame of every page that needs a session. */
export function Shell() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  const [opened, { toggle, close }] = useDisclosure();
  const main = useFocusOnNewPage(close);
  return (
    <LiveStream>
      <AppShell header={{ height: 56 }} navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={{ base: 'sm', sm: 'lg' }}>
        <AppShell.Header>
          <Anchor href="#content" className="skip-link">
            {t('app.skip')}
          </Anchor>
          <Group h="100%" px={{ base: 'xs', sm: 'md' }} justify="space-between" wrap="nowrap" gap="sm">
            <Group gap="sm" wrap="nowrap" miw={0}>
              <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('app.menu')} aria-expanded={opened} />
              <img src="/favicon.svg" alt="" width={28} height={28} />
              <Text fw={700} truncate>
                {organisation.name}
              </Text>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <LiveIndicator />
              <LanguageSwitch />
              <UserMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar component="div" p="sm">
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="content" className="page" tabIndex={-1} ref={main}>
          <Outlet />
        </AppShell.Main>
      </AppShell>
    </LiveStream>
  );
}

/** A new page begins at its content, for the keyboard and the screen reader too; the first one where the browser puts it. */
function useFocusOnNewPage(onNewPage: () => void) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    onNewPage();
    main.current?.focus({ preventScroll: true });
  }, [pathname, onNewPage]);
  return main;
}
