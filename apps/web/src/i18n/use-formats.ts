import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/session.js';
import { formatsOf, type Formats } from '../money/format.js';

/** The formats of the language on screen, with instants in the organisation's time zone. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  return formatsOf(i18n.language, session?.organisation.timeZone ?? 'Europe/Paris');
}
