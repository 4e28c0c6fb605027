import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { glanceKeys, undoFile } from '../../api/glance.js';
import { queueKeys, queueSummaryQuery } from '../../api/queue.js';
import { ConfirmDialog } from '../../display/confirm-dialog.js';
import { Loading } from '../../display/list-states.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { useFormats } from '../../i18n/use-formats.js';

interface UndoBatchProps {
  opened: boolean;
  statementFileId: string;
  filename: string;
  onClose: () => void;
  onUndone: (count: number) => void;
}

/** Takes back all that a file allocated without a person, after saying how many that are: more than are listed, where some have been seen. */
export function UndoBatch({ opened, statementFileId, filename, onClose, onUndone }: UndoBatchProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const cache = useQueryClient();
  // What is asked for is counted anew for each dialog.
  const summary = useQuery({ ...queueSummaryQuery(statementFileId), enabled: opened, staleTime: 0 });
  const undo = useMutation({
    mutationFn: async () => undoFile(statementFileId),
    onSuccess: ({ asked }) => {
      onClose();
      onUndone(asked);
    },
    onSettled: () => {
      for (const queryKey of [glanceKeys.all, queueKeys.lists, queueKeys.summaries]) void cache.invalidateQueries({ queryKey });
    },
  });
  const count = summary.data?.settledAutomatically ?? 0;
  const counted = { count, number: formats.number(count) };
  const nothing = summary.data !== undefined && count === 0;
  return (
    <ConfirmDialog
      opened={opened}
      title={summary.data ? (nothing ? t('glance.confirmNothing') : t('glance.confirmTitle', counted)) : t('state.loading')}
      text={t('glance.confirmText', { filename })}
      confirm={summary.data && !nothing ? t('glance.confirmUndo', counted) : t('action.undo')}
      cancel={t('glance.keep')}
      busy={undo.isPending}
      disabled={summary.data === undefined || nothing}
      onConfirm={() => undo.mutate()}
      onClose={onClose}
    >
      {summary.isPending ? <Loading /> : null}
      {(undo.error ?? summary.error) ? <ProblemAlert error={undo.error ?? summary.error} /> : null}
    </ConfirmDialog>
  );
}
