import { Alert, Button, FileButton, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importCsv } from '../../api/invoicing.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';

type Kind = 'customers' | 'invoices';

/** The state of an import, so that its button and its outcome can stand in two places of a page. */
export function useCsvImport(kind: Kind) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => importCsv(kind, file),
    // New invoices change what customers owe, and new customers what invoices can be of: ask for both anew.
    onSuccess: () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'customers' || queryKey[0] === 'invoices' }),
  });
}
type CsvImport = ReturnType<typeof useCsvImport>;

export function CsvImportButton({ kind, work }: { kind: Kind; work: CsvImport }) {
  const { t } = useTranslation();
  return (
    <FileButton
      accept=".csv,text/csv"
      onChange={(file: File | null) => (file ? work.mutate(file) : undefined)}
      inputProps={{ 'aria-label': t(`${kind}.import`) }}
      key={work.submittedAt}
    >
      {(props) => (
        <Button variant="default" loading={work.isPending} title={t(`${kind}.importHint`)} {...props}>
          {t(`${kind}.import`)}
        </Button>
      )}
    </FileButton>
  );
}

/** All rows or none: how many came in, or what is wrong and where. */
export function CsvImportOutcome({ kind, work }: { kind: Kind; work: CsvImport }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (work.isPending)
    return (
      <Text size="sm" role="status">
        {t('importCsv.working')}
      </Text>
    );
  if (work.error) {
    return (
      <Stack gap={4}>
        <ProblemAlert error={work.error} title={t('importCsv.failed')} />
        <Text size="xs" c="dimmed">
          {t(`${kind}.importHint`)}
        </Text>
      </Stack>
    );
  }
  if (!work.data) return null;
  return (
    <Alert role="status" color="ledger" variant="light" withCloseButton closeButtonLabel={t('action.dismiss')} onClose={() => work.reset()}>
      {t('importCsv.done', { count: work.data.imported, number: formats.number(work.data.imported) })}
    </Alert>
  );
}
