import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Announcer } from '../display/announcer.js';
import { useNotificationsNeeded } from '../display/notify.js';
import { cache, router } from './router.js';
import { colours, theme } from './theme.js';

const Notifications = lazy(async () => import('./notifications.js'));

export function App() {
  // Out of the way of what is done next: below the navigation, or over the header where the buttons stand at the bottom.
  const narrow = useMediaQuery('(max-width: 63.99em)');
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <QueryClientProvider client={cache}>
        <Announcer>
          {useNotificationsNeeded() ? (
            <Suspense>
              <Notifications position={narrow ? 'top-center' : 'bottom-left'} limit={3} />
            </Suspense>
          ) : null}
          <RouterProvider router={router} />
        </Announcer>
      </QueryClientProvider>
    </MantineProvider>
  );
}
