import { describe, expect, it } from '@jest/globals';
import { addDays } from '@lettrage/calendar';
import fc from 'fast-check';
import { isFitDue, type Learning, MatchingEngine, nextFit, type OpenItem, type Proposal, type SettledTransaction } from '../index.js';
import { credit, customer, invoice, settled } from './scenario.js';

const names = ['Menuiserie Aubert SARL', 'Menuiserie Aubert Nord SARL', 'Autohaus Böhm GmbH', 'Transports Noël SA', 'Saeed & Fils'];
const customers = names.map((name, index) => customer(`C${index}`, name, { country: index === 2 ? 'DE' : 'FR' }));
const payers = [...names, 'Holding Aubert', 'Böhm Privat', 'Saeeed Freres', 'CPAM'].map((name) => name.toUpperCase());
const amounts = ['49.00', '120.00', '898.80', '310.17', '77.30', '1000.00'];

// A payment for each open item's twin of the past, so that history has what an organisation's has: names, differences, tails, other money.
const lessonsOf = (least: number, most: number): fc.Arbitrary<SettledTransaction[]> =>
  fc.array(fc.record({ payer: fc.nat(payers.length - 1), owner: fc.nat(4), amount: fc.nat(5), how: fc.nat(9), day: fc.nat(200) }), { minLength: least, maxLength: most }).map((rows) =>
    rows.map(({ payer, owner, amount, how, day }, index) => {
      const number = `FA2025-${String(index).padStart(4, '0')}`;
      const text = how < 4 ? `FACTURE ${number}` : how < 6 ? `CLT ${index} REGLT ${number.slice(-4)}` : how < 8 ? 'VIREMENT' : 'REMBOURSEMENT';
      const past = { ...credit(how === 5 ? '5.00' : amounts[amount]!, payers[payer]!, text, { bookingDate: addDays('2026-02-01', day), counterpartyIban: how % 3 === 0 ? `DE8937040044053201300${payer}` : null }), id: `H${index}` };
      if (how === 9) return settled(past, {});
      return settled(past, { of: `C${owner}`, items: { [number]: how === 5 ? '7.50' : amounts[amount]! }, ...(how === 5 ? { less: ['bank_fee', '2.50'] as const } : {}) });
    }),
  );
const items: readonly OpenItem[] = Array.from({ length: 30 }, (_, index) => invoice(`FA2026-${String(index).padStart(4, '0')}`, `C${index % 5}`, amounts[index % 6]!, { dueDate: addDays('2026-09-01', index) }));
const credits = Array.from({ length: 40 }, (_, index) => ({ ...credit(amounts[index % 6]!, payers[index % payers.length]!, ['VIREMENT', `FA2026-00${10 + (index % 20)}`, 'REMBOURSEMENT', `FA2025-0003`, `REGLT ${10 + (index % 15)}`][index % 5]!), id: `T${index}` }));

function engineWith(learning?: Learning): MatchingEngine {
  const engine = new MatchingEngine(learning ? { learning } : {});
  engine.putCustomers(customers);
  engine.putOpenItems(items);
  return engine;
}

const wire = (proposals: readonly Proposal[]): string => JSON.stringify(proposals, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
const throughText = (learning: Learning): Learning => JSON.parse(JSON.stringify(learning)) as Learning;

/** Everything that has been learned, through a text and back, is the same; and decides the same, then and after one more lesson. */
function expectSameAfterLoading(lessons: readonly SettledTransaction[], later: readonly SettledTransaction[]): void {
  const engine = engineWith();
  engine.learn(lessons);
  const learning = throughText(engine.exportLearning());
  const loaded = engineWith(learning);
  expect(loaded.exportLearning()).toEqual(learning);
  expect(wire(loaded.decide(credits))).toBe(wire(engine.decide(credits)));
  for (const one of [engine, loaded]) {
    one.putOpenItems(items);
    one.learn(later);
  }
  expect(wire(loaded.decide(credits))).toBe(wire(engine.decide(credits)));
  expect(loaded.exportLearning()).toEqual(engine.exportLearning());
}

describe('what was learned', () => {
  it('is whole in its export: an engine that is given it decides the same to the last bit', () => {
    fc.assert(fc.property(lessonsOf(0, 60), lessonsOf(0, 5), expectSameAfterLoading), { numRuns: 40, endOnFailure: true });
  });

  it('is whole with fitted weights too', () => {
    fc.assert(
      fc.property(lessonsOf(330, 360), lessonsOf(0, 5), (lessons, later) => {
        expectSameAfterLoading(lessons, later);
        const engine = engineWith();
        engine.learn(lessons);
        const { weighing, lessons: count } = engine.exportLearning();
        expect([weighing === null, count]).toEqual([false, lessons.length]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('is the same to the byte whatever the order in which the lessons were given', () => {
    fc.assert(
      fc.property(lessonsOf(0, 60), (lessons) => {
        const [one, other] = [engineWith(), engineWith()];
        one.learn(lessons);
        other.learn([...lessons].reverse());
        expect(JSON.stringify(one.exportLearning())).toBe(JSON.stringify(other.exportLearning()));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('does not hold what the engine only expects to be paid', () => {
    const engine = engineWith();
    const before = JSON.stringify(engine.exportLearning());
    expect(engine.decide([credit('49.00', names[0]!.toUpperCase(), 'FA2026-0000')])[0]!.decision).toBe('auto');
    expect(JSON.stringify(engine.exportLearning())).toBe(before);
  });

  it('of another version is refused', () => {
    expect(() => engineWith({ ...engineWith().exportLearning(), version: 0 })).toThrow(/version 0.*build it anew/);
  });
});

describe('the places where weights are fitted', () => {
  it('are counts of lessons: 150, and each doubling up to 19,200', () => {
    const places: number[] = [];
    for (let next = nextFit(0); next !== null; next = nextFit(next)) places.push(next);
    expect(places).toEqual([150, 300, 600, 1200, 2400, 4800, 9600, 19_200]);
  });

  it.each([
    [0, 149, false],
    [0, 150, true],
    [149, 150, true],
    [150, 299, false],
    [163, 300, true],
    [4800, 9599, false],
    [4800, 9600, true],
    [10_000, 19_200, true],
    [19_200, 1_000_000, false],
  ])('fitted after %d, %d settled now: due is %s', (fittedAfter, settled, due) => expect(isFitDue(fittedAfter, settled)).toBe(due));
});
