import { useTranslation } from 'react-i18next';
import type { Reason } from '../api/types.js';
import type { Texts } from '../i18n/languages.js';
import { useFormats } from '../i18n/use-formats.js';
import { reasonText, writtenBy } from './reason-text.js';

/** Reasons of the engine and of rules in the reader’s words. */
export function useReasonText(): (reason: Reason) => string {
  const { i18n } = useTranslation();
  const formats = useFormats();
  const templates = (i18n.getResourceBundle(i18n.language, 'translation') as Texts).reason;
  const write = writtenBy(formats);
  return (reason) => reasonText(reason, templates, write);
}
