import { toEpochDay } from '@lettrage/calendar';
import { ogmReference } from '@lettrage/references';
import type { Grouping, ReferenceHabit, SettledOptions } from '../options.js';
import { Random } from '../random.js';
import type { WorldCustomer } from '../world.js';
import { chainNames, companyName, nearTwin } from './company-name.js';
import { homeWords } from './home.js';
import { iban, vatId } from './identifiers.js';
import { drawTiming, type Timing } from './timing.js';
import { type Language, words } from './words.js';

/** A customer with the habits that a matching or forecasting engine has to find out. */
export interface Profile {
  readonly customer: WorldCustomer;
  readonly timing: Timing;
  readonly habit: ReferenceHabit;
  /** One payment an item; one for all items due; or one for all issued by a date. */
  readonly grouping: Grouping;
  readonly netsCreditNotes: boolean;
  readonly discount: { readonly basisPoints: bigint; readonly withinDays: number } | null;
  /** What the banks keep of each payment from abroad, in minor units; 0 for none. */
  readonly feeMinor: number;
  /** The IBAN it pays from, and from a day on another. */
  readonly ibans: readonly [string, string];
  readonly changesBankOn: number;
  /** How its bank writes its name. */
  readonly bankName: { readonly capitals: boolean; readonly cutAt: number | null; readonly withoutLegalForm: boolean };
  readonly showsIban: boolean;
  /** The id of the customer whose treasury pays for this one; its own id otherwise. */
  readonly paidBy: string;
  readonly invoicesPerMonth: number;
  readonly pricing: 'list' | 'free' | 'subscription';
  readonly usesOrders: boolean;
  readonly structured: 'rf' | 'ogm' | null;
  /** Whether another customer has nearly the same name. */
  readonly hasTwin: boolean;
  /** From this day on it pays nothing any more. */
  readonly insolventFrom: number;
}

export function drawProfiles(options: SettledOptions, firstDay: number): Profile[] {
  const random = new Random(`${options.seed}/customers`);
  const names = drawNames(options, random.fork('names'));
  return names.map((name, index) => drawProfile(`C${String(index + 1).padStart(5, '0')}`, name, options, firstDay, random.fork(index)));
}

interface DrawnName {
  readonly name: string;
  readonly language: Language;
  /** The id of the customer whose treasury pays. */
  readonly paidBy: string | null;
  hasTwin: boolean;
}

/** Names of single companies, chains of three to eight members (half of them with one treasury), and near twins. */
function drawNames(options: SettledOptions, random: Random): DrawnName[] {
  const names: DrawnName[] = [];
  const taken = new Set<string>();
  const add = (drawn: DrawnName): void => {
    if (taken.has(drawn.name) || names.length >= options.customers) return;
    taken.add(drawn.name);
    names.push(drawn);
  };
  while (names.length < options.customers) {
    const language = random.weighted(options.languages);
    if (random.chance(options.habits.chains)) {
      const paidBy = random.chance(options.habits.treasuries) ? `C${String(names.length + 1).padStart(5, '0')}` : null;
      for (const name of chainNames(language, random.int(3, 8), random)) add({ name, language, paidBy, hasTwin: true });
    } else if (names.length > 0 && random.chance(options.noise.nearTwins)) {
      const model = random.pick(names);
      model.hasTwin = true;
      add({ name: nearTwin(model.name, model.language, random), language: model.language, paidBy: null, hasTwin: true });
    } else {
      const name = companyName(language, random);
      // The word lists are finite: in a large world the same name comes back with a place of its own.
      add({ name: taken.has(name) ? `${name} ${random.pick(words[language].places)} ${random.int(2, 999)}` : name, language, paidBy: null, hasTwin: false });
    }
  }
  return names;
}

function drawProfile(id: string, { name, language, paidBy, hasTwin }: DrawnName, options: SettledOptions, firstDay: number, random: Random): Profile {
  const { noise, habits } = options;
  const country = random.pick(words[language].countries);
  const abroad = country !== homeWords[options.home].country;
  const ibans = [iban(country, random), iban(country, random)] as const;
  const span = toEpochDay(options.today) + options.futureDays - firstDay;
  const customer: WorldCustomer = {
    id, name, country, language,
    iban: random.chance(noise.ibanOnFile) ? ibans[0] : null,
    vatId: vatId(country, random),
    paymentTermsDays: Number(random.weighted({ 0: 12, 15: 14, 30: 40, 45: 18, 60: 16 })),
  };
  return {
    customer, ibans, hasTwin,
    timing: drawTiming(random),
    habit: random.weighted(habits.references),
    grouping: random.weighted(habits.groupings),
    netsCreditNotes: random.chance(0.8),
    discount: random.chance(language === 'de' ? habits.germanDiscounts : habits.discounts) ? { basisPoints: random.pick([200n, 300n]), withinDays: random.int(8, 14) } : null,
    feeMinor: abroad && random.chance(noise.bankFee * (country === 'GB' ? 1 : 0.25)) ? random.pick([500, 750, 1000, 1250, 1500, 2500]) : 0,
    changesBankOn: random.chance(noise.changedBank) ? firstDay + random.int(0, span) : Number.POSITIVE_INFINITY,
    bankName: {
      capitals: random.chance(0.9),
      cutAt: random.chance(noise.cutName) ? random.pick([18, 22, 27, 32, 35]) : null,
      withoutLegalForm: random.chance(0.1),
    },
    showsIban: !random.chance(noise.hiddenIban),
    paidBy: paidBy ?? id,
    invoicesPerMonth: Math.exp(0.8 * random.normal() - 0.32),
    pricing: random.weighted({ list: habits.listPrices, free: 1 - habits.listPrices - habits.subscriptions, subscription: habits.subscriptions }),
    usesOrders: random.chance(0.35),
    structured: country === 'BE' ? (random.chance(0.7) ? 'ogm' : null) : random.chance(abroad ? 0.25 : 0.1) ? 'rf' : null,
    insolventFrom: random.chance(0.012) ? firstDay + random.int(0, span) : Number.POSITIVE_INFINITY,
  };
}

/** The Belgian structured communication of an invoice: customer and sequence number. */
export function ogmOf(customerId: string, sequence: number): string {
  return ogmReference(`${customerId.slice(1).slice(-4)}${String(sequence % 1_000_000).padStart(6, '0')}`);
}
