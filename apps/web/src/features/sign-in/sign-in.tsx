import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useLocation, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/session.js';
import { LanguageSwitch } from '../../app/layout/language-switch.js';
import { ownPath, tokenInHash } from '../../app/search.js';
import { OneTimeForm } from './one-time-form.js';
import { PasswordForm } from './password-form.js';

const route = getRouteApi('/sign-in');

/** Signs in by address and password, or sets up the access that a one-time link gives. */
export function SignIn() {
  const { t } = useTranslation();
  const { token, next, ended } = route.useSearch();
  const { hash } = useLocation();
  const secret = token ?? tokenInHash(hash);
  const goOn = useGoOn(ownPath(next));
  const title = secret ? t('signIn.oneTimeTitle') : t('signIn.title');
  return (
    <Center component="main" mih="100dvh" p="md" className="page">
      <title>{`${title} · ${t('app.name')}`}</title>
      <Stack w="100%" maw={420} mx={0} gap="md">
        <Group justify="space-between">
          <Group gap="sm">
            <img src="/favicon.svg" alt="" width={36} height={36} />
            <div>
              <Text fw={700} lh={1.2}>
                {t('app.name')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('app.tagline')}
              </Text>
            </div>
          </Group>
          <LanguageSwitch />
        </Group>
        <Paper p="lg">
          <Title order={1} size="h2" mb={4}>
            {title}
          </Title>
          {ended ? (
            <Text size="sm" mb="sm" role="status">
              {t('signIn.ended')}
            </Text>
          ) : null}
          {secret ? <OneTimeForm token={secret} onSignedIn={goOn} /> : <PasswordForm onSignedIn={goOn} />}
        </Paper>
      </Stack>
    </Center>
  );
}

function useGoOn(path: string): () => void {
  const cache = useQueryClient();
  const router = useRouter();
  return () => {
    cache.removeQueries({ queryKey: sessionQuery.queryKey }); // whatever was known of another
    router.history.replace(path);
  };
}
