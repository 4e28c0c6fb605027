import { Button, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { remove } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Icon } from '../../display/icon.js';
import classes from './layout.module.css';

const panel = 'user-panel';

/** Who is signed in, and the way out: the browser's own popover, which Escape and a click beside it close. */
export function UserMenu() {
  const { t } = useTranslation();
  const { name, email, role } = useSession();
  const signOut = useSignOut();
  return (
    <>
      <UnstyledButton popoverTarget={panel} aria-label={name} className={classes.user}>
        <Icon name="person" />
        <Text span size="sm" visibleFrom="sm">
          {name}
        </Text>
      </UnstyledButton>
      <div id={panel} popover="auto" className={classes.panel}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" mb="sm">
          {email}
          <br />
          {t(`role.${role}`)}
        </Text>
        <Button variant="default" fullWidth loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('action.signOut')}
        </Button>
      </div>
    </>
  );
}

function useSignOut() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => remove('/session'),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      cache.clear();
    },
  });
}
