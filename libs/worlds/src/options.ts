import type { CalendarDate } from '@lettrage/calendar';
import type { Language } from './company/words.js';

/** The kinds of noise, each a share from 0 to 1 of what it may befall. They are independent of each other. */
export interface Noise {
  /** Payments whose text names no invoice although the customer would. */
  readonly missingReference: number;
  /** References with one digit wrong, swapped or lost. */
  readonly digitSlip: number;
  /** References cut by a line break in the middle. */
  readonly lineBreak: number;
  /** Texts cut at 24 to 40 characters. */
  readonly cutText: number;
  /** Texts that carry other numbers: telephone, contract, SIRET, dates. */
  readonly otherNumbers: number;
  /** References to another, wrong invoice. */
  readonly wrongReference: number;
  /** Payer names cut at 18 to 35 characters. */
  readonly cutName: number;
  /** Payer names with a letter wrong, doubled or replaced by a broken character. */
  readonly misspeltName: number;
  /** Payments made by someone else: a director, a factor, a parent company. */
  readonly otherPayer: number;
  /** Payments that show no payer's IBAN. */
  readonly hiddenIban: number;
  /** Customers that change banks during the world. */
  readonly changedBank: number;
  /** Customers whose IBAN the company has on file. */
  readonly ibanOnFile: number;
  /** Customers that have a namesake with nearly the same name. */
  readonly nearTwins: number;
  /** Credits of strangers over an open invoice's exact amount, as a share of all credits. */
  readonly strangers: number;
  /** Payments of a sum that leave one due item out. */
  readonly leftOut: number;
  /** Payments in two parts or more. */
  readonly partPayment: number;
  /** Payments from abroad on which a bank keeps a fee. */
  readonly bankFee: number;
  /** Payments with a claim taken off. */
  readonly deduction: number;
  /** Payments a few cents off. */
  readonly rounding: number;
  /** Payments too high. */
  readonly overpayment: number;
  /** Payments made twice. */
  readonly duplicate: number;
  /** Payments for no open item: deposits and round budgets. */
  readonly onAccount: number;
  /** Items disputed: paid months late, or never. */
  readonly dispute: number;
  /** Credits that pay no invoice, as a share of all credits. */
  readonly otherCredits: number;
  /** Debits, as a share of all entries. */
  readonly debits: number;
  /** Bank entries that gather several credits in one amount with details (CAMT only). */
  readonly batches: number;
}

export const usualNoise: Noise = {
  missingReference: 0.05, digitSlip: 0.015, lineBreak: 0.02, cutText: 0.03, otherNumbers: 0.12, wrongReference: 0.006, cutName: 0.25, misspeltName: 0.04,
  otherPayer: 0.02, hiddenIban: 0.3, changedBank: 0.1, ibanOnFile: 0.4, nearTwins: 0.04, strangers: 0.004, leftOut: 0.06, partPayment: 0.03, bankFee: 0.3,
  deduction: 0.01, rounding: 0.01, overpayment: 0.008, duplicate: 0.004, onAccount: 0.004, dispute: 0.02, otherCredits: 0.08, debits: 0.12, batches: 0.02,
};

const nothing = Object.fromEntries(Object.keys(usualNoise).map((kind) => [kind, 0])) as unknown as Noise;

/** Named amounts of noise: `none` keeps only what a clean world has, `harsh` is what a badly kept ledger meets. */
export const noisePresets: Readonly<Record<'none' | 'usual' | 'harsh', Noise>> = {
  none: { ...nothing, ibanOnFile: 1, debits: 0.1 },
  usual: usualNoise,
  harsh: {
    missingReference: 0.12, digitSlip: 0.04, lineBreak: 0.05, cutText: 0.08, otherNumbers: 0.3, wrongReference: 0.02, cutName: 0.5, misspeltName: 0.1,
    otherPayer: 0.06, hiddenIban: 0.6, changedBank: 0.25, ibanOnFile: 0.2, nearTwins: 0.1, strangers: 0.015, leftOut: 0.12, partPayment: 0.07, bankFee: 0.6,
    deduction: 0.03, rounding: 0.03, overpayment: 0.02, duplicate: 0.01, onAccount: 0.01, dispute: 0.04, otherCredits: 0.15, debits: 0.2, batches: 0.05,
  },
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
  /** A preset, or single kinds over the usual ones. */
  readonly noise?: keyof typeof noisePresets | Partial<Noise>;
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
  readonly noise: Noise;
}

export function settleOptions(options: WorldOptions): SettledOptions {
  for (const [name, value, most] of [['customers', options.customers, 200_000], ['months', options.months, 60]] as const) {
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
    languages: { fr: 0, de: 0, be: 0, nl: 0, en: 0, es: 0, ...(options.languages ?? { fr: 70, de: 10, be: 8, nl: 4, en: 4, es: 4 }) },
    noise,
  };
}
