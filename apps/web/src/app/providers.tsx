import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Announcer } from '../display/announcer.js';
import { cache, router } from './router.js';
import { colours, theme } from './theme.js';

export function App() {
  // Out of the way of what is done next: below the navigation, or over the header where the buttons stand at the bottom.
  const narrow = useMediaQuery('(max-width: 63.99em)');
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <QueryClientProvider client={cache}>
        <Announcer>
          <Notifications position={narrow ? 'top-center' : 'bottom-left'} limit={3} />
          <RouterProvider router={router} />
        </Announcer>
      </QueryClientProvider>
    </MantineProvider>
  );
}
