import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, languages, loadGroup, loadTexts, type Language, type TextGroup } from './languages.js';

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
  await addGroups(language);
  await i18next.changeLanguage(language);
}

const needed = new Set<TextGroup>();
const added = new Set<string>();

/** Loads a page together with the texts that only some pages need; a language that is chosen later brings them along. */
export function withTexts<Module>(load: () => Promise<Module>, ...groups: TextGroup[]): () => Promise<Module> {
  return async () => {
    for (const group of groups) needed.add(group);
    const [module] = await Promise.all([load(), addGroups(i18next.language as Language)]);
    return module;
  };
}

async function addGroups(language: Language): Promise<void> {
  const missing = [...needed].filter((group) => !added.has(`${language} ${group}`));
  await Promise.all(
    missing.map(async (group) => {
      i18next.addResourceBundle(language, 'translation', await loadGroup[language][group](), true, true);
      added.add(`${language} ${group}`);
    }),
  );
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
