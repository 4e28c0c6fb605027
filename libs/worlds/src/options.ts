import type { CalendarDate } from '@lettrage/calendar';
import type { Home } from './company/home.js';
import { languages, type Language } from './company/words.js';

/** The kinds of noise, each a share from 0 to 1 of what it may befall. They are independent of each other. */
export interface Noise {
  /** Payments whose text names no invoice although the customer would. */
  readonly missingReference: number;
  /** References with one digit wrong, swapped or lost. */
  readonly digitSlip: number;
  /** References cut by a line break in the middle. */
  readonly lineBreak: number;
  /** Texts cut at 24 to 40 characters, where they are longer. */
  readonly cutText: number;
  /** Texts that carry other numbers: telephone, contract, SIRET, dates. */
  readonly otherNumbers: number;
  /** References to another, wrong invoice. */
  readonly wrongReference: number;
  /** Customers whose bank cuts their name at 18 to 35 characters. */
  readonly cutName: number;
  /** Payer names with a letter wrong, doubled or replaced by a broken character. */
  readonly misspeltName: number;
  /** Payments made by someone else: a director, a factor, a parent company. */
  readonly otherPayer: number;
  /** Customers whose payments show no IBAN. */
  readonly hiddenIban: number;
  /** Customers that change banks during the world. */
  readonly changedBank: number;
  /** Customers whose IBAN the company has on file. */
  readonly ibanOnFile: number;
  /** Customers whose name is nearly that of one before them; members of a chain are marked as well. */
  readonly nearTwins: number;
  /** Credits of strangers over an open invoice's exact amount, beside so many payments. */
  readonly strangers: number;
  /** Sums of three items or more that leave one due item out. */
  readonly leftOut: number;
  /** Single invoices of 50 or more that are paid in two parts or more. */
  readonly partPayment: number;
  /** British customers on whose payments a bank keeps a fee; a quarter of it of other customers abroad. */
  readonly bankFee: number;
  /** Payments with a claim taken off. */
  readonly deduction: number;
  /** Payments a few cents off. */
  readonly rounding: number;
  /** Payments too high: by whole units, or by a tenth. */
  readonly overpayment: number;
  /** Payments made twice. */
  readonly duplicate: number;
  /** Payments for no open item, deposits in a round sum, beside so many days of payment. */
  readonly onAccount: number;
  /** Items disputed: paid months late, or never. */
  readonly dispute: number;
  /** Credits that pay no invoice, as a share of all credits. */
  readonly otherCredits: number;
  /** Debits, as a share of all entries. */
  readonly debits: number;
  /** Bank entries that gather several credits in one amount with details (CAMT only). */
  readonly batches: number;
  /** References written right behind the word before them: `PAYMENT INVINV-005352`. */
  readonly gluedWords: number;
  /** References whose letters are left out, or others: `2026-00617`, `FAC2026-00617`. */
  readonly changedPrefix: number;
  /** References with a letter O for a nought. */
  readonly letterForDigit: number;
  /** Texts that repeat the amount. */
  readonly amountInText: number;
  /** Texts with the payer's own voucher and its date: `V/REF 22070 DU 28/07/2026`. */
  readonly ownReference: number;
  /** Texts with the number of an invoice that this payer has paid before, beside what it pays now. */
  readonly earlierReference: number;
  /** Payments by someone else whose text says for whom. */
  readonly onBehalf: number;
}

export type NoiseKind = keyof Noise;

export const usualNoise: Noise = {
  missingReference: 0.05, digitSlip: 0.015, lineBreak: 0.02, cutText: 0.03, otherNumbers: 0.12, wrongReference: 0.006, cutName: 0.25, misspeltName: 0.04,
  otherPayer: 0.02, hiddenIban: 0.3, changedBank: 0.1, ibanOnFile: 0.4, nearTwins: 0.04, strangers: 0.004, leftOut: 0.06, partPayment: 0.03, bankFee: 0.3,
  deduction: 0.01, rounding: 0.01, overpayment: 0.008, duplicate: 0.004, onAccount: 0.004, dispute: 0.02, otherCredits: 0.08, debits: 0.12, batches: 0.02,
  gluedWords: 0, changedPrefix: 0, letterForDigit: 0, amountInText: 0, ownReference: 0, earlierReference: 0, onBehalf: 0,
};

export const noiseKinds = Object.keys(usualNoise) as readonly NoiseKind[];

const noLanguage = Object.fromEntries(languages.map((language) => [language, 0])) as Record<Language, number>;
const nothing = Object.fromEntries(Object.keys(usualNoise).map((kind) => [kind, 0])) as unknown as Noise;

/**
 * Named amounts of noise: `none` keeps only what a clean world has, `usual` is an orderly company, `varied` has some of every kind that there is,
 * `harsh` is what a badly kept ledger meets.
 */
export const noisePresets: Readonly<Record<'none' | 'usual' | 'varied' | 'harsh', Noise>> = {
  none: { ...nothing, ibanOnFile: 1, debits: 0.1 },
  usual: usualNoise,
  varied: { ...usualNoise, gluedWords: 0.06, changedPrefix: 0.02, letterForDigit: 0.008, amountInText: 0.05, ownReference: 0.08, earlierReference: 0.01, onBehalf: 0.5 },
  harsh: {
    missingReference: 0.12, digitSlip: 0.04, lineBreak: 0.05, cutText: 0.08, otherNumbers: 0.3, wrongReference: 0.02, cutName: 0.5, misspeltName: 0.1,
    otherPayer: 0.06, hiddenIban: 0.6, changedBank: 0.25, ibanOnFile: 0.2, nearTwins: 0.1, strangers: 0.015, leftOut: 0.12, partPayment: 0.07, bankFee: 0.6,
    deduction: 0.03, rounding: 0.03, overpayment: 0.02, duplicate: 0.01, onAccount: 0.01, dispute: 0.04, otherCredits: 0.15, debits: 0.2, batches: 0.05,
    gluedWords: 0.12, changedPrefix: 0.06, letterForDigit: 0.02, amountInText: 0.1, ownReference: 0.2, earlierReference: 0.03, onBehalf: 0.3,
  },
};

/** How a company's customers refer, gather and are priced; weights within a record, shares otherwise. */
export interface Habits {
  /** How a customer names what it pays. */
  readonly references: Readonly<Record<ReferenceHabit, number>>;
  /** One payment an item; one for all items due; or one for all issued by a date. */
  readonly groupings: Readonly<Record<Grouping, number>>;
  /** New customers that are a chain of three to eight with one brand. */
  readonly chains: number;
  /** Chains that one treasury pays for. */
  readonly treasuries: number;
  /** Customers billed from a price list, and those with a subscription: many of their items are equal. */
  readonly listPrices: number;
  readonly subscriptions: number;
  /** Sums by statement that are a round budget. */
  readonly roundBudgets: number;
  /** Customers that take a discount for paying early, for German ones and for others. */
  readonly discounts: number;
  readonly germanDiscounts: number;
}

export const referenceHabits = ['exact', 'compact', 'spaced', 'tail', 'order', 'structured', 'end_to_end', 'customer_number', 'period', 'none', 'date', 'month'] as const;
export type ReferenceHabit = (typeof referenceHabits)[number];
export type Grouping = 'single' | 'due' | 'statement';

export const usualHabits: Habits = {
  references: { exact: 42, compact: 8, spaced: 3, tail: 12, order: 8, structured: 9, end_to_end: 4, customer_number: 4, period: 3, none: 7, date: 0, month: 0 },
  groupings: { single: 60, due: 32, statement: 8 },
  chains: 0.015, treasuries: 0.5, listPrices: 0.35, subscriptions: 0.2, roundBudgets: 0.12, discounts: 0.06, germanDiscounts: 0.3,
};

export interface WorldOptions {
  /** The same seed and options give the same world, to the byte. */
  readonly seed: number | string;
  readonly customers: number;
  /** Months of confirmed history before the statement. */
  readonly months: number;
  /** The day after the statement's last. What is booked from here on is the future, known only to forecasts. */
  readonly today: CalendarDate;
  /** Days that the statement covers; 31 if not given. */
  readonly statementDays?: number;
  /** Days simulated from `today` on, for forecasts; 120 if not given. */
  readonly futureDays?: number;
  /** Items open when the statement begins, within about a tenth; by default some four to a customer. */
  readonly openItemsTarget?: number;
  /** Shares of the customers' languages; a French company's mix if not given. */
  readonly languages?: Readonly<Partial<Record<Language, number>>>;
  /** Where the company is; France if not given. Its customers are where `languages` says. */
  readonly home?: Home;
  /** A preset, or single kinds over the usual ones. */
  readonly noise?: keyof typeof noisePresets | Partial<Noise>;
  /** Single habits over the usual ones. */
  readonly habits?: Partial<Habits>;
}

export interface SettledOptions {
  readonly seed: string;
  readonly customers: number;
  readonly months: number;
  readonly today: CalendarDate;
  readonly statementDays: number;
  readonly futureDays: number;
  readonly openItemsTarget: number | null;
  readonly languages: Readonly<Record<Language, number>>;
  readonly home: Home;
  readonly noise: Noise;
  readonly habits: Habits;
}

export function settleOptions(options: WorldOptions): SettledOptions {
  for (const [name, value, most] of [['customers', options.customers, 500_000], ['months', options.months, 60]] as const) {
    if (!Number.isInteger(value) || value < 1 || value > most) throw new RangeError(`a world has 1 to ${most} ${name}, not ${value}`);
  }
  const noise = typeof options.noise === 'string' ? noisePresets[options.noise] : { ...usualNoise, ...options.noise };
  return {
    seed: String(options.seed),
    customers: options.customers,
    months: options.months,
    today: options.today,
    statementDays: options.statementDays ?? 31,
    futureDays: options.futureDays ?? 120,
    openItemsTarget: options.openItemsTarget ?? null,
    languages: { ...noLanguage, ...(options.languages ?? { fr: 70, de: 10, be: 8, nl: 4, en: 4, es: 4 }) },
    home: options.home ?? 'fr',
    noise,
    habits: { ...usualHabits, ...options.habits },
  };
}
