import { Container } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ProblemAlert } from '../../display/problem-alert.js';

/** What stands where a page could not be shown. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container size="xs" py="xl">
      <ProblemAlert error={error} onRetry={retry} />
    </Container>
  );
}
