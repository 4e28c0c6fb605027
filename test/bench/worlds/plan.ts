import { noisePresets, type WorldOptions } from '@lettrage/worlds';

/** A world of the benchmark: what it is called, what it is like, and the options that make it, seed included. */
export interface PlannedWorld {
  readonly name: string;
  readonly about: string;
  readonly options: WorldOptions;
}

/**
 * Seeds that begin with `fit-` are for fitting weights and looking at mistakes; those that begin with `fresh-` are for the published figures
 * only. A figure on a `fresh-` seed that was looked at in order to change the engine is spent: the seed is then replaced by the next letter.
 */
export const fittingPrefix = 'fit-';
export const freshPrefix = 'fresh-';

const today = '2026-11-01';
const references = { exact: 34, compact: 8, spaced: 4, tail: 14, order: 9, structured: 8, end_to_end: 4, customer_number: 4, period: 3, none: 8, date: 2, month: 2 };
const french = { fr: 82, be: 8, de: 6, es: 4 };
const european = { fr: 26, de: 15, en: 11, nl: 8, be: 8, es: 8, it: 8, pl: 6, pt: 3, sv: 4, da: 3 };
const abroad = { de: 30, en: 16, nl: 12, it: 12, pl: 12, sv: 9, da: 9 };
const southern = { it: 45, es: 20, fr: 15, pt: 10, de: 10 };
const chained = { references, chains: 0.02, treasuries: 0.7 };

const medium = { customers: 420, months: 6, today, openItemsTarget: 1700, futureDays: 0 } as const;

/** A world's options in one of the styles below, for any seed. */
export const styles: Readonly<Record<string, { readonly about: string; readonly options: Omit<WorldOptions, 'seed'> }>> = {
  french: { about: 'mostly French customers, every kind of noise', options: { ...medium, noise: 'varied', languages: french, habits: chained } },
  european: { about: 'customers in eleven languages, every kind of noise', options: { ...medium, noise: 'varied', languages: european, habits: chained } },
  abroad: {
    about: 'a German company, no French customer; many references by order number and last digits; sums by statement; 60 % price lists',
    options: {
      ...medium, noise: 'varied', home: 'de', languages: abroad,
      habits: { ...chained, references: { ...references, exact: 22, tail: 20, order: 15 }, groupings: { single: 45, due: 37, statement: 18 }, listPrices: 0.6, subscriptions: 0.2 },
    },
  },
  southern: { about: 'an Italian company with customers in five countries', options: { ...medium, noise: 'varied', home: 'it', languages: southern, habits: chained } },
  harsh: { about: 'a badly kept ledger of a Dutch company: two to three times the noise', options: { ...medium, noise: 'harsh', home: 'nl', languages: european, habits: chained } },
  unnamed: {
    about: 'a British company; payers who rarely name an invoice, a third without IBAN, many equal prices',
    options: { ...medium, home: 'en', noise: { ...noisePresets.varied, missingReference: 0.15 }, languages: european, habits: { ...chained, references: { ...references, exact: 15, none: 25, period: 8, date: 6, month: 6 }, listPrices: 0.5 } },
  },
};

const planned = (style: string, letter: string): PlannedWorld => ({ name: `${style} ${letter}`, about: styles[style]!.about, options: { ...styles[style]!.options, seed: `${freshPrefix}${style}-${letter}` } });

/** The worlds of the published figures. */
export const freshWorlds: readonly PlannedWorld[] = [
  planned('french', 'a'), planned('french', 'b'), planned('european', 'a'), planned('european', 'b'), planned('abroad', 'a'), planned('southern', 'a'), planned('unnamed', 'a'), planned('harsh', 'a'),
];

/** Of these the simple methods are run as well. */
export const comparedWorlds: readonly string[] = ['french a', 'european a', 'abroad a', 'harsh a'];

/** Worlds whose mistakes were looked at while the engine was built: if figures on these were better than on the fresh ones, it would be tuned to them. */
export const fittingWorlds: readonly PlannedWorld[] = ['french', 'european', 'abroad', 'southern', 'unnamed', 'harsh'].map((style) => ({
  name: `${style} 1`, about: styles[style]!.about, options: { ...styles[style]!.options, seed: `${fittingPrefix}${style}-1` },
}));
