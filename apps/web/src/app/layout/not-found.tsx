import { Anchor, Container, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Container size="xs" py="xl">
      <Text fw={600} mb="xs">
        {t('app.notFound')}
      </Text>
      <Anchor component={Link} to="/">
        {t('app.toHome')}
      </Anchor>
    </Container>
  );
}
