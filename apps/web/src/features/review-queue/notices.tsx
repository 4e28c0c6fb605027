import { Alert, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/types.js';
import { Icon } from '../../display/icon.js';
import { problemTitle } from '../../display/problem-alert.js';
import { useSentenceText } from '../../display/use-sentence-text.js';
import { useRemedy } from '../../i18n/fault-words.js';
import { useFormats } from '../../i18n/use-formats.js';
import type { Notice } from './notice.js';

/** What did not go through, in line and out of the way: the reviewer goes on with the row in hand. */
export function Notices({ notices, onDismiss }: { notices: readonly Notice[]; onDismiss: (id: string) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (notices.length === 0) return null;
  return (
    <Stack gap={6} role="status">
      {notices.map(({ id, entry, problem }) => (
        <Alert
          key={id}
          color="orange"
          variant="light"
          p="xs"
          icon={<Icon name="warning" />}
          withCloseButton
          closeButtonLabel={t('action.dismiss')}
          onClose={() => onDismiss(id)}
        >
          {entry ? (
            <b>
              {t('queue.conflict', { amount: formats.money(entry.amount, entry.currency), name: entry.counterpartyName ?? t('queue.unknownPayer') })}
              {t('state.colon')}
            </b>
          ) : null}
          <NoticeText problem={problem} />
        </Alert>
      ))}
    </Stack>
  );
}

function NoticeText({ problem }: { problem: Problem }) {
  const remedy = useRemedy()(problem);
  const detail = useSentenceText(problem);
  return [problemTitle(problem), detail, remedy ?? ''].filter(Boolean).map(sentence).join(' ');
}

/** Services say a title without a full stop and a detail with or without one. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
