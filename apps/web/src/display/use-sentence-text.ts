import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../api/members.js';
import { useFaultWords } from '../i18n/fault-words.js';
import { useFormats } from '../i18n/use-formats.js';
import { writtenBy } from './reason-text.js';
import { type Said, sentenceText, valuesWrittenBy } from './sentence-text.js';

/** What a service says of a case, in the reader’s words; empty while these are fetched. */
export function useSentenceText(said: Said | null): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useFaultWords();
  const { data: members } = useQuery({ ...membersQuery, enabled: said?.sentence !== undefined && Object.hasOwn(said.sentence.values, 'person') });
  if (said === null || words === null) return '';
  const person = (id: string) => members?.find(({ userId }) => userId === id)?.name ?? t('problem.someone');
  return sentenceText(said, words.sentences, valuesWrittenBy({ instant: formats.instant, person, others: writtenBy(formats) }));
}
