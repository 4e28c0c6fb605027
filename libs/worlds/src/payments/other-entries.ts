import { isBankDay } from '../bank-days.js';
import { companyName, personName } from '../company/company-name.js';
import { type Home, homeWords } from '../company/home.js';
import { type Country, iban } from '../company/identifiers.js';
import type { Noise } from '../options.js';
import type { Random } from '../random.js';
import { bankName, inCapitals } from './bank-text.js';

/** A booking that has nothing to do with an open item. */
export interface OtherEntry {
  readonly day: number;
  readonly kind: string;
  readonly amountMinor: bigint;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly text: string;
  readonly transactionCode: string;
  readonly returnReason: string | null;
}

export interface OpenAmounts {
  /** The open amount of some invoice on the day; null where nothing is open. */
  someOpenAmount(day: number, random: Random): bigint | null;
}

type Words = Pick<OtherEntry, 'counterpartyName' | 'text'> & Partial<Pick<OtherEntry, 'counterpartyIban' | 'transactionCode' | 'returnReason'>>;

type Make = (random: Random) => Words;

const creditWeights = { card_settlement: 30, own_transfer: 12, vat_refund: 6, loan: 3, insurance: 5, supplier_refund: 16, private: 20, subsidy: 3, returned: 5 };
const debitWeights = { supplier: 50, salaries: 6, energy: 18, rent: 6, tax: 8, bank_charges: 12 };

const someCompany = (home: Home, random: Random): string => bankName(companyName(home, random), inCapitals, []);

function creditsOf(home: Home): Readonly<Record<keyof typeof creditWeights, Make>> {
  const of = homeWords[home];
  return {
    card_settlement: (random) => ({
      counterpartyName: of.cards[0],
      text: `${of.cards[1]} ${random.digits(7)} ${home === 'fr' ? 'DU ' : ''}${random.int(10, 28)}/${random.int(10, 12)}`,
      transactionCode: 'PMNT/MCRD/POSP',
    }),
    own_transfer: (random) => ({ counterpartyName: of.ownTransfer[0], text: random.pick(of.ownTransfer[1]), transactionCode: 'PMNT/RCDT/BOOK' }),
    vat_refund: (random) => ({ counterpartyName: of.taxOffice, text: `${of.vatRefund} ${random.digits(6)}` }),
    loan: (random) => ({ counterpartyName: random.pick(of.lenders), text: `${of.loan} ${random.digits(8)}` }),
    insurance: (random) => ({ counterpartyName: random.pick(of.insurers), text: `${of.claim} ${random.digits(9)}` }),
    supplier_refund: (random) => ({ counterpartyName: someCompany(home, random), text: `${of.supplierRefund} ${random.pick(['AV', 'A', 'CN'])}${random.digits(6)}` }),
    private: (random) => ({ counterpartyName: personName(home, random), text: random.pick(of.privateTexts) }),
    subsidy: (random) => ({ counterpartyName: random.pick(of.subsidisers), text: `${of.subsidy} ${random.digits(7)}` }),
    returned: (random) => ({
      counterpartyName: someCompany(home, random),
      text: `${of.returned} ${random.digits(8)}`,
      transactionCode: 'PMNT/ICDT/RRTN',
      returnReason: random.pick(['AC01', 'AC04', 'AC06', 'MS03']),
    }),
  };
}

function debitsOf(home: Home): Readonly<Record<keyof typeof debitWeights, Make>> {
  const of = homeWords[home];
  return {
    supplier: (random) => ({ counterpartyName: someCompany(home, random), text: `VIR FACTURE ${random.digits(6)}`, transactionCode: 'PMNT/ICDT/ESCT' }),
    salaries: () => ({ counterpartyName: null, text: of.salaries, transactionCode: 'PMNT/ICDT/ESCT' }),
    energy: (random) => ({ counterpartyName: random.pick(of.utilities), text: `PRLV SEPA ${random.digits(9)}`, transactionCode: 'PMNT/RDDT/ESDD' }),
    rent: (random) => ({ counterpartyName: someCompany(home, random), text: of.rent, transactionCode: 'PMNT/ICDT/ESCT' }),
    tax: (random) => ({ counterpartyName: random.pick([of.taxOffice, of.subsidisers[2]!]), text: `PRLV ${random.digits(10)}`, transactionCode: 'PMNT/RDDT/BBDD' }),
    bank_charges: () => ({ counterpartyName: null, text: of.charges, transactionCode: 'PMNT/CCRD/CHRG' }),
  };
}

interface OtherInput {
  readonly payments: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly noise: Noise;
  readonly home: Home;
  readonly open: OpenAmounts;
  readonly random: Random;
}

/** Credits that pay nothing and debits, spread over the bank days, in proportion to the payments; and strangers over an open amount. */
export function otherEntries({ payments, firstDay, lastDay, noise, home, open, random }: OtherInput): OtherEntry[] {
  const { country } = homeWords[home];
  const [credits, debits] = [creditsOf(home), debitsOf(home)];
  const days: number[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) if (isBankDay(day)) days.push(day);
  const entries: OtherEntry[] = [];
  const otherCount = Math.round((payments * noise.otherCredits) / (1 - noise.otherCredits));
  for (let i = 0; i < otherCount; i += 1) {
    const kind = random.weighted(creditWeights);
    entries.push(entry(random.pick(days), kind, drawAmount(random), credits[kind](random), country, random));
  }
  for (let i = 0; i < Math.round(payments * noise.strangers); i += 1) {
    const day = random.pick(days);
    const amount = open.someOpenAmount(day, random);
    if (amount !== null) entries.push(entry(day, 'stranger', amount, credits[random.pick(['private', 'supplier_refund'] as const)](random), country, random));
  }
  const debitCount = Math.round((payments * noise.debits) / (1 - noise.debits));
  for (let i = 0; i < debitCount; i += 1) {
    const kind = random.weighted(debitWeights);
    entries.push(entry(random.pick(days), kind, -drawAmount(random), debits[kind](random), country, random));
  }
  return entries;
}

function drawAmount(random: Random): bigint {
  return BigInt(Math.max(100, Math.min(5_000_000, Math.round(40_000 * Math.exp(1.1 * random.normal())))));
}

function entry(day: number, kind: string, amountMinor: bigint, { counterpartyName, text, ...rest }: Words, country: Country, random: Random): OtherEntry {
  return {
    day, kind, amountMinor, counterpartyName, text,
    counterpartyIban: counterpartyName !== null && random.chance(0.4) ? iban(country, random) : null,
    transactionCode: rest.transactionCode ?? 'PMNT/RCDT/ESCT',
    returnReason: rest.returnReason ?? null,
  };
}
