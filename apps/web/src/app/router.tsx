import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../api/api-problem.js';
import { makeQueryClient } from '../api/query-client.js';
import { sessionQuery } from '../api/session.js';
import { withTexts } from '../i18n/setup.js';
import { Loading } from '../display/list-states.js';
import { PageFault } from './layout/page-fault.js';
import { NotFound } from './layout/not-found.js';
import { queueSearch, signInSearch, tokenInHash } from './search.js';

export const cache = makeQueryClient(signedOut);

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(async () => import('../features/sign-in/sign-in.js'), 'SignIn'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: lazyRouteComponent(async () => import('./layout/shell.js'), 'Shell'),
  errorComponent: PageFault,
  beforeLoad: async ({ location }) => {
    const token = tokenInHash(location.hash);
    if (token) throw redirect({ to: '/sign-in', search: { token } });
    try {
      await cache.ensureQueryData(sessionQuery);
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.status === 401)
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
      throw error;
    }
  },
});

const page = { getParentRoute: () => app } as const;
const home = createRoute({
  ...page,
  path: '/',
  component: lazyRouteComponent(async () => import('../features/see-overview/overview.js'), 'Overview'),
});
const statements = createRoute({
  ...page,
  path: '/statements',
  component: lazyRouteComponent(withTexts(async () => import('./pages/statements.js'), 'reading'), 'Statements'),
});
const queue = createRoute({
  ...page,
  path: '/queue',
  validateSearch: queueSearch,
  component: lazyRouteComponent(withTexts(async () => import('../features/review-queue/queue.js'), 'reasons', 'transaction'), 'Queue'),
});
const glance = createRoute({
  ...page,
  path: '/glance',
  component: lazyRouteComponent(withTexts(async () => import('../features/glance-at-allocations/glance.js'), 'matching', 'reasons'), 'Glance'),
});
const matching = createRoute({
  ...page,
  path: '/automatic-allocation',
  component: lazyRouteComponent(withTexts(async () => import('./pages/automatic-allocation.js'), 'matching', 'reasons'), 'AutomaticAllocation'),
});
const ruleHistory = createRoute({
  ...page,
  path: '/automatic-allocation/history',
  component: lazyRouteComponent(withTexts(async () => import('../features/read-rule-history/rule-history.js'), 'matching'), 'RuleHistory'),
});
const customers = createRoute({
  ...page,
  path: '/customers',
  component: lazyRouteComponent(withTexts(async () => import('./pages/customers.js'), 'matching'), 'Customers'),
});
const invoices = createRoute({ ...page, path: '/invoices', component: lazyRouteComponent(async () => import('./pages/invoices.js'), 'Invoices') });
const agedBalance = createRoute({
  ...page,
  path: '/aged-balance',
  component: lazyRouteComponent(async () => import('../features/read-aged-balance/aged-balance.js'), 'AgedBalance'),
});
const forecast = createRoute({
  ...page,
  path: '/forecast',
  component: lazyRouteComponent(async () => import('../features/read-forecast/forecast.js'), 'Forecast'),
});

export const router = createRouter({
  routeTree: root.addChildren([signIn, app.addChildren([home, statements, queue, glance, matching, ruleHistory, customers, invoices, agedBalance, forecast])]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFault,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The session has ended while the page was open: sign in, and come back to where one was. */
function signedOut(): void {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { next: href, ended: true } }).then(() => cache.clear());
}
