import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, languages, loadTexts, type Language } from './languages.js';

const storageKey = 'lettrage.language';

/** Starts i18next in the language of this person. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  const language = firstLanguage(stored(), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: languages,
    resources: { [language]: { translation: await loadTexts[language]() } },
    interpolation: { escapeValue: false },
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  if (!i18next.hasResourceBundle(language, 'translation')) i18next.addResourceBundle(language, 'translation', await loadTexts[language]());
  await i18next.changeLanguage(language);
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
