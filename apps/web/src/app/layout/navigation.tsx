import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queueSummaryQuery } from '../../api/queue.js';
import { Icon } from '../../display/icon.js';
import { useFormats } from '../../i18n/use-formats.js';
import classes from './layout.module.css';

const places = [
  { to: '/', text: 'nav.home', icon: 'home' },
  { to: '/statements', text: 'nav.statements', icon: 'statement' },
  { to: '/queue', text: 'nav.queue', icon: 'queue' },
  { to: '/customers', text: 'nav.customers', icon: 'customers' },
  { to: '/invoices', text: 'nav.invoices', icon: 'invoice' },
  { to: '/aged-balance', text: 'nav.agedBalance', icon: 'agedBalance' },
  { to: '/forecast', text: 'nav.forecast', icon: 'forecast' },
] as const;

export function Navigation() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className={classes.navigation} aria-label={t('nav.label')}>
      {places.map(({ to, text, icon }) => (
        <Link key={to} to={to} className={classes.place} aria-current={pathname === to ? 'page' : undefined}>
          <Icon name={icon} />
          <span>{t(text)}</span>
          {to === '/queue' ? <WaitingCount /> : null}
        </Link>
      ))}
    </nav>
  );
}

function WaitingCount() {
  const formats = useFormats();
  const { data } = useQuery(queueSummaryQuery());
  return data && data.waiting > 0 ? <span className={classes.count}>{formats.number(data.waiting)}</span> : null;
}
