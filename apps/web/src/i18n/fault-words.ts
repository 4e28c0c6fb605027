import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/types.js';
import { type Language, languages } from './languages.js';
import { withNoBreakSpaces } from './no-break-spaces.js';

type ByCode = Readonly<Record<string, { readonly title: string; readonly explanation: string; readonly remedy: string } | undefined>>;

/** What is wrong with a file, and why a request is refused, by the code of the service. */
export interface FaultWords {
  readonly faults: ByCode;
  readonly refusals: ByCode;
  /** What services say of a case, with places for its values. */
  readonly sentences: Readonly<Record<string, string | undefined>>;
}

/** The words of a language, fetched when the first problem is shown: few people ever see one. */
export const loadFaultWords: Readonly<Record<Language, () => Promise<FaultWords>>> = {
  fr: async () => {
    const [words, sentences] = await Promise.all([import('./fault-words.fr.js'), import('./sentences.fr.js')]);
    return withNoBreakSpaces({ ...words.default, sentences: sentences.default });
  },
  en: async () => {
    const [words, sentences] = await Promise.all([import('./fault-words.en.js'), import('./sentences.en.js')]);
    return { ...words.default, sentences: sentences.default };
  },
};

const unknown: FaultWords = { faults: {}, refusals: {}, sentences: {} };

/** Null until they are there; empty where they cannot be had, so that the service's own words stand in. */
export function useFaultWords(): FaultWords | null {
  const { i18n } = useTranslation();
  const language = languages.find((each) => each === i18n.language) ?? 'fr';
  const [words, setWords] = useState<FaultWords | null>(null);
  useEffect(() => {
    let gone = false;
    loadFaultWords[language]()
      .catch(() => unknown)
      .then((loaded) => (gone ? undefined : setWords(loaded)))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [language]);
  return words;
}

/** What to do about a refusal: in English as the service says it for this very case, in another language as it holds for the code. */
export function useRemedy(): (problem: Problem) => string | null {
  const { i18n } = useTranslation();
  const words = useFaultWords();
  if (i18n.language === 'en') return (problem) => problem.remedy ?? null;
  return (problem) => (words === null ? null : (words.refusals[problem.code]?.remedy ?? problem.remedy ?? null));
}
