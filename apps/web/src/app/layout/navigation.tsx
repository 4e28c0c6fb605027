import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { glanceFilesQuery } from '../../api/glance.js';
import { queueSummaryQuery } from '../../api/queue.js';
import { warningsQuery } from '../../api/statements.js';
import { Icon } from '../../display/icon.js';
import { useFormats } from '../../i18n/use-formats.js';
import classes from './layout.module.css';

const places = [
  { to: '/', text: 'nav.home', icon: 'home' },
  { to: '/statements', text: 'nav.statements', icon: 'statement' },
  { to: '/queue', text: 'nav.queue', icon: 'queue' },
  { to: '/glance', text: 'nav.glance', icon: 'glance' },
  { to: '/customers', text: 'nav.customers', icon: 'customers' },
  { to: '/invoices', text: 'nav.invoices', icon: 'invoice' },
  { to: '/aged-balance', text: 'nav.agedBalance', icon: 'agedBalance' },
  { to: '/forecast', text: 'nav.forecast', icon: 'forecast' },
  { to: '/automatic-allocation', text: 'nav.matching', icon: 'rules' },
] as const;

export function Navigation() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className={classes.navigation} aria-label={t('nav.label')}>
      {places.map(({ to, text, icon }) => (
        <Link key={to} to={to} className={classes.place} aria-current={pathname === to ? 'page' : to !== '/' && pathname.startsWith(`${to}/`) ? 'true' : undefined}>
          <Icon name={icon} />
          <span>{t(text)}</span>
          {to === '/queue' ? <WaitingCount /> : to === '/glance' ? <GlanceCount /> : to === '/statements' ? <WarningCount /> : null}
        </Link>
      ))}
    </nav>
  );
}

function WaitingCount() {
  const { data } = useQuery(queueSummaryQuery());
  return <Count count={data?.waiting ?? 0} />;
}

function GlanceCount() {
  const { data } = useQuery(glanceFilesQuery);
  return <Count count={data?.reduce((sum, file) => sum + file.toGlanceAt, 0) ?? 0} />;
}

/** Warnings about statements that nobody has explained yet; of more than a page, that there are more. */
function WarningCount() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useInfiniteQuery(warningsQuery('open'));
  const [first] = data?.pages ?? [];
  const count = first?.items.length ?? 0;
  return count > 0 ? (
    <span className={classes.count} title={t('statements.toExplain', { count, number: formats.number(count) })}>
      {formats.number(count)}
      {first?.nextCursor ? '+' : ''}
    </span>
  ) : null;
}

function Count({ count }: { count: number }) {
  const formats = useFormats();
  return count > 0 ? <span className={classes.count}>{formats.number(count)}</span> : null;
}
