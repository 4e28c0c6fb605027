import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../api/api-problem.js';
import { post } from '../../api/client.js';
import { ProblemAlert } from '../../display/problem-alert.js';

const shortestPassword = 12;

export function OneTimeForm({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', organisationName: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('fault.required')),
      email: (email) => (email.includes('@') ? null : t('fault.email')),
      password: (password) => (password.length >= shortestPassword ? null : t('fault.password')),
    },
  });
  const start = useMutation({
    mutationFn: async ({ organisationName, ...body }: typeof form.values) =>
      post('/session/one-time', { ...body, token, ...(organisationName.trim() ? { organisationName } : {}) }),
    onSuccess: onSignedIn,
  });
  return (
    <form onSubmit={form.onSubmit((body) => start.mutate(body))} noValidate>
      <Stack gap="sm" mt="xs">
        <Text size="sm" c="dimmed">
          {t('signIn.oneTimeText')}
        </Text>
        {start.error ? <ProblemAlert error={start.error} /> : null}
        {hasCode(start.error, 'link_used') ? (
          <Anchor component={Link} to="/sign-in" size="sm">
            {t('signIn.toSignIn')}
          </Anchor>
        ) : null}
        <TextInput autoComplete="name" autoFocus label={t('field.name')} key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput type="email" autoComplete="username" label={t('field.email')} key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordInput
          autoComplete="new-password"
          label={t('field.password')}
          description={t('signIn.passwordHint')}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <TextInput
          autoComplete="organization"
          label={`${t('field.organisation')} (${t('field.optional')})`}
          description={t('signIn.organisationHint')}
          key={form.key('organisationName')}
          {...form.getInputProps('organisationName')}
        />
        <Button type="submit" loading={start.isPending} mt="xs">
          {t('signIn.oneTimeSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
