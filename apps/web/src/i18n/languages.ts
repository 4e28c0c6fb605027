import type { CoreTexts } from './fr.js';
import type { MatchingTexts } from './matching-texts.fr.js';
import { withNoBreakSpaces } from './no-break-spaces.js';
import type { ReadingTexts } from './reading-texts.fr.js';
import type { ReasonTexts } from './reason-texts.fr.js';
import type { TransactionTexts } from './transaction-texts.fr.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The texts of every page, a language's fetched when it is first spoken. */
export const loadTexts: Readonly<Record<Language, () => Promise<CoreTexts>>> = {
  fr: async () => withNoBreakSpaces((await import('./fr.js')).default),
  en: async () => (await import('./en.js')).default,
};

/** Texts that some pages need, fetched with the first of them. */
interface TextGroups {
  transaction: TransactionTexts;
  reading: ReadingTexts;
  matching: MatchingTexts;
  reasons: ReasonTexts;
}
export type TextGroup = keyof TextGroups;
export type Texts = CoreTexts & ReadingTexts & MatchingTexts & ReasonTexts & TransactionTexts;

export const loadGroup: Readonly<Record<Language, { readonly [Group in TextGroup]: () => Promise<TextGroups[Group]> }>> = {
  fr: {
    reading: async () => withNoBreakSpaces((await import('./reading-texts.fr.js')).default),
    matching: async () => withNoBreakSpaces((await import('./matching-texts.fr.js')).default),
    reasons: async () => withNoBreakSpaces((await import('./reason-texts.fr.js')).default),
    transaction: async () => withNoBreakSpaces((await import('./transaction-texts.fr.js')).default),
  },
  en: {
    reading: async () => (await import('./reading-texts.en.js')).default,
    matching: async () => (await import('./matching-texts.en.js')).default,
    reasons: async () => (await import('./reason-texts.en.js')).default,
    transaction: async () => (await import('./transaction-texts.en.js')).default,
  },
};

/** The language that was chosen before, else the first of the browser's that we speak, else French. */
export function firstLanguage(chosen: string | null, browserLanguages: readonly string[]): Language {
  const wanted = [chosen ?? '', ...browserLanguages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.map((tag) => languages.find((language) => language === tag)).find((language) => language !== undefined) ?? 'fr';
}
