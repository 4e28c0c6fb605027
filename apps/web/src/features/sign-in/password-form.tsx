import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client.js';
import { ProblemAlert } from '../../display/problem-alert.js';

export function PasswordForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: (email) => (email.includes('@') ? null : t('fault.email')), password: (password) => (password ? null : t('fault.required')) },
  });
  const signIn = useMutation({ mutationFn: async (body: typeof form.values) => post('/session', body), onSuccess: onSignedIn });
  return (
    <form onSubmit={form.onSubmit((body) => signIn.mutate(body))} noValidate>
      <Stack gap="sm" mt="sm">
        {signIn.error ? <ProblemAlert error={signIn.error} /> : null}
        <TextInput type="email" autoComplete="username" autoFocus label={t('field.email')} key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordInput autoComplete="current-password" label={t('field.password')} key={form.key('password')} {...form.getInputProps('password')} />
        <Button type="submit" loading={signIn.isPending} mt="xs">
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
