import { describe, expect, it } from '@jest/globals';
import { generateWorld, type Habits, type Noise, noiseKinds, type NoiseKind, noisePresets, usualHabits, type World, type WorldTransaction } from './index.js';

const share = 0.3;
/** Every customer names its items in one way, so that each payment has a reference for noise to befall. */
const referring = (habit: keyof Habits['references']): Partial<Habits> => ({
  references: Object.fromEntries(Object.keys(usualHabits.references).map((name) => [name, name === habit ? 1 : 0])) as unknown as Habits['references'],
});
const made = new Map<string, World>();
/** Most kinds are held against the same world without noise. */
const worldWith = (noise: Partial<Noise>, habits: Partial<Habits> = referring('exact')): World => {
  const key = JSON.stringify([noise, habits]);
  const world = made.get(key) ?? generateWorld({ seed: 'noise', customers: 220, months: 3, today: '2026-11-22', futureDays: 0, noise: { ...noisePresets.none, ...noise }, habits });
  if (Object.keys(noise).length === 0) made.set(key, world);
  return world;
};

const isPayment = ({ truth }: WorldTransaction): boolean => !truth.kind.startsWith('other:');
const ofKind = (...kinds: string[]) => ({ truth }: WorldTransaction): boolean => kinds.includes(truth.kind);
const text = ({ remittanceLines }: WorldTransaction): string => remittanceLines.join('');

interface Law {
  readonly habits?: Partial<Habits>;
  /** Other noise that it needs. */
  readonly beside?: Partial<Noise>;
  /** What it may befall, among the transactions of the same world without it. */
  readonly of: (transaction: WorldTransaction) => boolean;
  /** What it befell, where that is not all that it marks. */
  readonly befell?: (transaction: WorldTransaction) => boolean;
  /** What it changes in vain, such as two equal digits swapped, as a share of what it befalls. */
  readonly inVain?: number;
}

/** From the beginning of the history on: before that only payments are simulated. */
const booked = ({ history, transactions }: World): WorldTransaction[] => transactions.filter(({ bookingDate }) => bookingDate >= history[0]!.bookingDate);

/** Noise of the words: the same payments with and without it, so that both can be compared one by one. */
const inWords: Partial<Record<NoiseKind, Law>> = {
  missingReference: { of: isPayment },
  wrongReference: { of: isPayment },
  digitSlip: { of: isPayment, inVain: 0.05 },
  changedPrefix: { of: isPayment },
  letterForDigit: { of: (transaction) => isPayment(transaction) && text(transaction).includes('0') },
  lineBreak: { of: isPayment },
  cutText: { habits: referring('spaced'), of: (transaction) => isPayment(transaction) && text(transaction).length > 40, beside: { otherNumbers: 1 } },
  otherNumbers: { of: isPayment },
  ownReference: { of: isPayment },
  amountInText: { of: isPayment },
  earlierReference: { of: ({ truth, bookingDate }) => isPayment({ truth } as WorldTransaction) && bookingDate > '2026-11-01' },
  gluedWords: { habits: referring('tail'), of: (transaction) => isPayment(transaction) && /^\D+[ :]\d/.test(text(transaction)) },
  misspeltName: { of: isPayment, inVain: 0.08 },
  otherPayer: { of: isPayment },
  onBehalf: { beside: { otherPayer: 1 }, of: isPayment },
};

/** Noise of the payments themselves: as a share of what could have been. */
const inPayments: Partial<Record<NoiseKind, Law>> = {
  partPayment: { habits: { groupings: { single: 1, due: 0, statement: 0 } }, of: ({ truth, amountMinor }) => ['single', 'part'].includes(truth.kind) && amountMinor > 5000n, befell: ofKind('part') },
  duplicate: { of: isPayment },
  deduction: { of: ofKind('single', 'several', 'group', 'net_of_credit_note', 'deduction') },
  rounding: { of: ofKind('single', 'several', 'group', 'net_of_credit_note', 'rounding') },
  overpayment: { of: ofKind('single', 'several', 'group', 'net_of_credit_note', 'overpayment') },
  leftOut: { habits: { groupings: { single: 0, due: 0, statement: 1 }, roundBudgets: 0 }, of: ({ truth }) => truth.allocations.filter(({ amountMinor }) => amountMinor > 0n).length >= (truth.noise.includes('leftOut') ? 2 : 3) },
  strangers: { of: ({ truth }) => truth.kind !== 'other:stranger' && truth.kind !== 'duplicate' && isPayment({ truth } as WorldTransaction) },
  otherCredits: { of: ({ amountMinor }) => amountMinor > 0n },
};

/** Noise of customers: read from what they and their payments show. */
const inCustomers: Partial<Record<NoiseKind, (world: World) => readonly [of: number, befell: number]>> = {
  ibanOnFile: ({ customers }) => [customers.length, customers.filter(({ iban }) => iban !== null).length],
  hiddenIban: (world) => ofPayers(world, ({ counterpartyIban }) => counterpartyIban === null),
  cutName: (world) => ofPayers(world, ({ truth }) => truth.noise.includes('cutName'), ({ truth }) => world.customers.find(({ id }) => id === truth.customerId)!.name.length > 37),
  changedBank: (world) => ofPayers(world, ({ truth }) => truth.noise.includes('changedBank')),
  bankFee: (world) => ofPayers(world, ({ truth }) => truth.kind === 'fee', ({ truth }) => world.customers.find(({ id }) => id === truth.customerId)!.country === 'GB'),
};

/** Payers among those asked for, and those with at least one such payment. */
function ofPayers({ transactions }: World, befell: (transaction: WorldTransaction) => boolean, asked: (transaction: WorldTransaction) => boolean = () => true): readonly [number, number] {
  const paying = transactions.filter((transaction) => isPayment(transaction) && asked(transaction));
  return [new Set(paying.map(({ truth }) => truth.customerId)).size, new Set(paying.filter(befell).map(({ truth }) => truth.customerId)).size];
}

/** Neither by more than four standard deviations, nor by more than what was in vain. */
function expectShare(befell: number, of: number, inVain = 0): void {
  expect(of).toBeGreaterThan(40);
  const deviation = 4 * Math.sqrt((share * (1 - share)) / of);
  expect(befell / of).toBeLessThanOrEqual(share + deviation);
  expect(befell / of).toBeGreaterThanOrEqual(share * (1 - inVain) - deviation);
}

describe('each kind of noise befalls its share, and says so', () => {
  it.each(Object.entries(inWords))('of the words: %s', (kind, { habits, beside, of, inVain }) => {
    const without = worldWith({ ...beside }, habits).transactions;
    const with_ = new Map(worldWith({ ...beside, [kind]: share }, habits).transactions.map((transaction) => [transaction.reference, transaction]));
    const possible = without.filter(of);
    expect(without.some(({ truth }) => truth.noise.includes(kind as NoiseKind))).toBe(false);
    const befallen = possible.filter(({ reference }) => with_.get(reference)!.truth.noise.includes(kind as NoiseKind));
    expectShare(befallen.length, possible.length, inVain);
    const changed = befallen.filter((transaction) => shown(transaction) !== shown(with_.get(transaction.reference)!));
    // A wrong reference may by chance be that of the right item's twin in text; nothing else leaves the words as they were.
    expect(changed.length).toBeGreaterThanOrEqual(befallen.length * 0.97);
  });

  it.each(Object.entries(inPayments))('of the payments: %s', (kind, { habits, beside, of, befell, inVain }) => {
    const transactions = booked(worldWith({ ...beside, [kind]: share }, habits));
    const marked = transactions.filter(befell ?? (({ truth }) => truth.noise.includes(kind as NoiseKind)));
    const possible = transactions.filter(of);
    const originals = kind === 'duplicate' ? possible.length - marked.length : possible.length;
    expectShare(marked.length, originals, inVain);
  });

  it.each(Object.entries(inCustomers))('of the customers: %s', (kind, count) => {
    const languages = kind === 'bankFee' ? { en: 1 } : kind === 'cutName' ? { de: 1 } : undefined;
    const noise = { ...noisePresets.none, [kind]: share, ...(kind === 'hiddenIban' ? {} : { hiddenIban: 0 }) };
    const world = generateWorld({ seed: 'noise', customers: 300, months: 4, today: '2026-11-22', futureDays: 0, noise, habits: { treasuries: 0 }, ...(languages && { languages }) });
    const [of, befell] = count(world);
    // A change of bank is drawn over the whole world, so some customers have not changed yet when they last paid.
    expectShare(befell, of, kind === 'changedBank' ? 0.35 : kind === 'hiddenIban' ? 0 : 0.15);
  });

  it('of the entries: debits, batches and money on account; of the names: near twins; of the items: disputes', () => {
    const debits = booked(worldWith({ debits: share }));
    expectShare(debits.filter(({ amountMinor }) => amountMinor < 0n).length, debits.length);
    const onAccount = worldWith({ onAccount: share }).transactions;
    const days = new Set(onAccount.filter(({ truth }) => isPayment({ truth } as WorldTransaction) && truth.kind !== 'on_account').map(({ truth, bookingDate }) => `${truth.customerId} ${bookingDate}`)).size;
    expectShare(onAccount.filter(ofKind('on_account')).length, days, 0.1);
    const batches = booked(worldWith({ batches: share })).filter(isPayment);
    expectShare(batches.filter(({ entry, reference }) => entry !== reference).length, batches.length, 0.5);
    const twins = worldWith({ nearTwins: share }, { chains: 0 }).transactions.filter(isPayment);
    expect(twins.filter(({ truth }) => truth.noise.includes('nearTwins')).length / twins.length).toBeGreaterThan(share);
    const unpaid = (world: World): number => world.invoices.filter(({ dueDate }) => dueDate < '2026-08-01').length / world.ledger.size;
    expect(unpaid(worldWith({ dispute: share }))).toBeGreaterThan(unpaid(worldWith({})) + share / 8);
  });

  it('leaves no kind without a law', () => {
    const elsewhere: NoiseKind[] = ['debits', 'onAccount', 'batches', 'nearTwins', 'dispute'];
    expect([...Object.keys(inWords), ...Object.keys(inPayments), ...Object.keys(inCustomers), ...elsewhere].sort()).toEqual([...noiseKinds].sort());
  });
});

const shown = ({ counterpartyName, remittanceLines, endToEndId }: WorldTransaction): string => JSON.stringify([counterpartyName, remittanceLines, endToEndId]);
