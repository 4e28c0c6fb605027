import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../i18n/languages.js';
import { chooseLanguage } from '../../i18n/setup.js';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const data = languages.map((language) => ({
    value: language,
    label: (
      <span lang={language} title={t(`language.${language}`)}>
        {language.toUpperCase()}
      </span>
    ),
  }));
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language.label')}
      data={data}
      value={i18n.language}
      onChange={(language) => void chooseLanguage(language as Language)}
    />
  );
}
