import { useTranslation } from 'react-i18next';
import type { IconName } from '../../display/icon.js';
import { Mark, type Tone } from '../../display/mark.js';
import { useFormats } from '../../i18n/use-formats.js';
import type { Band } from './band.js';

const looks: Record<Band, { tone: Tone; icon: IconName }> = {
  certain: { tone: 'good', icon: 'check' },
  probable: { tone: 'fair', icon: 'check' },
  to_review: { tone: 'doubtful', icon: 'question' },
  no_candidate: { tone: 'quiet', icon: 'minus' },
};

/** How sure a proposal is: a sign and a word first, then the number. */
export function BandMark({ band, confidence }: { band: Band; confidence?: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const percent = confidence === undefined ? null : formats.percent(confidence);
  return (
    <Mark {...looks[band]} {...(percent ? { title: t('queue.confidence', { percent }) } : {})}>
      {t(`queue.band.${band}`)}
      {percent ? ` · ${percent}` : ''}
    </Mark>
  );
}
