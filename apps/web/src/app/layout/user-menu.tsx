import { Button, Menu, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { remove } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Icon } from '../../display/icon.js';

export function UserMenu() {
  const { t } = useTranslation();
  const { name, email, role } = useSession();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="subtle" size="compact-md" color="gray" c="inherit" aria-label={name} leftSection={<Icon name="person" />} styles={{ section: { marginInlineEnd: 0 } }}>
          <Text span size="sm" visibleFrom="sm" ml={6}>{name}</Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{email}<br />{t(`role.${role}`)}</Menu.Label>
        <Menu.Item onClick={() => signOut.mutate()}>{t('action.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
