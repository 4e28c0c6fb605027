import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, languages, textsOf, type Language } from './languages.js';

const storageKey = 'lettrage.language';

/** Starts i18next with both languages; they are small enough to come along. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(stored(), navigator.languages),
    fallbackLng: false,
    supportedLngs: languages,
    resources: { fr: { translation: textsOf.fr }, en: { translation: textsOf.en } },
    interpolation: { escapeValue: false },
  });
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  void i18next.changeLanguage(language);
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
