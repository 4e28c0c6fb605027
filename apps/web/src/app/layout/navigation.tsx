import { Badge, NavLink, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queueSummaryQuery } from '../../api/queue.js';
import { Icon } from '../../display/icon.js';
import { useFormats } from '../../i18n/use-formats.js';

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
    <Stack component="nav" gap={2} aria-label={t('nav.label')}>
      {places.map(({ to, text, icon }) => (
        <NavLink
          key={to} component={Link} to={to} label={t(text)} leftSection={<Icon name={icon} />} active={pathname === to} aria-current={pathname === to ? 'page' : undefined}
          rightSection={to === '/queue' ? <WaitingCount /> : null} style={{ borderRadius: 'var(--mantine-radius-md)' }} py={9}
        />
      ))}
    </Stack>
  );
}

function WaitingCount() {
  const formats = useFormats();
  const { data } = useQuery(queueSummaryQuery());
  return data && data.waiting > 0 ? <Badge variant="filled" size="sm" circle={data.waiting < 10}>{formats.number(data.waiting)}</Badge> : null;
}
