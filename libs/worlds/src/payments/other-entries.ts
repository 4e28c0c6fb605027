import { isBankDay } from '../bank-days.js';
import { companyName, personName } from '../company/company-name.js';
import { iban } from '../company/identifiers.js';
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

const someCompany = (random: Random): string => bankName(companyName('fr', random), inCapitals, []);

const credits: Readonly<Record<string, (random: Random) => Words>> = {
  card_settlement: (random) => ({
    counterpartyName: 'REMISE CB',
    text: `REMISE CARTES ${random.digits(7)} DU ${random.int(10, 28)}/${random.int(10, 12)}`,
    transactionCode: 'PMNT/MCRD/POSP',
  }),
  own_transfer: (random) => ({
    counterpartyName: 'NOTRE SOCIETE',
    text: random.pick(['VIREMENT INTERNE', 'VIR DE COMPTE A COMPTE', 'APPRO COMPTE COURANT']),
    transactionCode: 'PMNT/RCDT/BOOK',
  }),
  vat_refund: (random) => ({ counterpartyName: 'DGFIP', text: `REMBOURSEMENT CREDIT TVA ${random.digits(6)}` }),
  loan: (random) => ({ counterpartyName: random.pick(['BPIFRANCE', 'BANQUE']), text: `DEBLOCAGE PRET ${random.digits(8)}` }),
  insurance: (random) => ({ counterpartyName: random.pick(['MAIF ASSURANCES', 'GROUPAMA', 'AXA FRANCE IARD']), text: `SINISTRE ${random.digits(9)}` }),
  supplier_refund: (random) => ({ counterpartyName: someCompany(random), text: `REMBOURSEMENT AVOIR ${random.pick(['AV', 'A', 'CN'])}${random.digits(6)}` }),
  private: (random) => ({ counterpartyName: personName('fr', random), text: random.pick(['VIREMENT', 'DIVERS', 'REMBOURSEMENT', 'MERCI', '']) }),
  subsidy: (random) => ({ counterpartyName: random.pick(['ASP', 'REGION', 'URSSAF']), text: `AIDE ${random.digits(7)}` }),
  returned: (random) => ({
    counterpartyName: someCompany(random),
    text: `VIR REJETE ${random.digits(8)}`,
    transactionCode: 'PMNT/ICDT/RRTN',
    returnReason: random.pick(['AC01', 'AC04', 'AC06', 'MS03']),
  }),
};

const debits: Readonly<Record<string, (random: Random) => Words>> = {
  supplier: (random) => ({ counterpartyName: someCompany(random), text: `VIR FACTURE ${random.digits(6)}`, transactionCode: 'PMNT/ICDT/ESCT' }),
  salaries: () => ({ counterpartyName: null, text: 'VIREMENT SALAIRES', transactionCode: 'PMNT/ICDT/ESCT' }),
  energy: (random) => ({
    counterpartyName: random.pick(['EDF', 'ENGIE', 'ORANGE', 'VEOLIA EAU']),
    text: `PRLV SEPA ${random.digits(9)}`,
    transactionCode: 'PMNT/RDDT/ESDD',
  }),
  rent: (random) => ({ counterpartyName: someCompany(random), text: 'LOYER', transactionCode: 'PMNT/ICDT/ESCT' }),
  tax: (random) => ({ counterpartyName: random.pick(['DGFIP', 'URSSAF']), text: `PRLV ${random.digits(10)}`, transactionCode: 'PMNT/RDDT/BBDD' }),
  bank_charges: () => ({ counterpartyName: null, text: 'COMMISSIONS ET FRAIS', transactionCode: 'PMNT/CCRD/CHRG' }),
};

const creditWeights = { card_settlement: 30, own_transfer: 12, vat_refund: 6, loan: 3, insurance: 5, supplier_refund: 16, private: 20, subsidy: 3, returned: 5 };
const debitWeights = { supplier: 50, salaries: 6, energy: 18, rent: 6, tax: 8, bank_charges: 12 };

/** Credits that pay nothing and debits, spread over the bank days, in proportion to the payments; and strangers over an open amount. */
export function otherEntries(payments: number, firstDay: number, lastDay: number, noise: Noise, open: OpenAmounts, random: Random): OtherEntry[] {
  const days: number[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) if (isBankDay(day)) days.push(day);
  const entries: OtherEntry[] = [];
  const otherCount = Math.round((payments * noise.otherCredits) / (1 - noise.otherCredits));
  for (let i = 0; i < otherCount; i += 1) {
    const kind = random.weighted(creditWeights);
    entries.push(entry(random.pick(days), kind, drawAmount(random), credits[kind]!(random), random));
  }
  for (let i = 0; i < Math.round(payments * noise.strangers); i += 1) {
    const day = random.pick(days);
    const amount = open.someOpenAmount(day, random);
    if (amount !== null) entries.push(entry(day, 'stranger', amount, credits[random.pick(['private', 'supplier_refund'])]!(random), random));
  }
  const debitCount = Math.round((payments * noise.debits) / (1 - noise.debits));
  for (let i = 0; i < debitCount; i += 1) {
    const kind = random.weighted(debitWeights);
    entries.push(entry(random.pick(days), kind, -drawAmount(random), debits[kind]!(random), random));
  }
  return entries;
}

function drawAmount(random: Random): bigint {
  return BigInt(Math.max(100, Math.min(5_000_000, Math.round(40_000 * Math.exp(1.1 * random.normal())))));
}

function entry(day: number, kind: string, amountMinor: bigint, { counterpartyName, text, ...rest }: Words, random: Random): OtherEntry {
  return {
    day, kind, amountMinor, counterpartyName, text,
    counterpartyIban: counterpartyName !== null && random.chance(0.4) ? iban('FR', random) : null,
    transactionCode: rest.transactionCode ?? 'PMNT/RCDT/ESCT',
    returnReason: rest.returnReason ?? null,
  };
}
