import { describe, expect, it } from '@jest/globals';
import { credit, creditNote, customer, decideOne, engineFor, invoice, said, settled, shown, type World } from './scenario.js';

const customers = [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Spedition Vogel GmbH', { country: 'DE' })];

describe('a difference', () => {
  const items = [invoice('F-1001', 'C1', '1200.00'), invoice('F-1002', 'C1', '347.19'), invoice('F-1003', 'C2', '598.80')];
  it.each([
    ['598.80', 'F-1003', 'F-1003=598.80', ''],
    ['586.30', 'F-1003', 'F-1003=598.80', 'bank_fee 12.50'],
    ['1164.00', 'F-1001', 'F-1001=1200.00', 'discount 36.00'],
    ['347.17', 'F-1002', 'F-1002=347.19', 'rounding 0.02'],
    ['347.21', 'F-1002', 'F-1002=347.19', 'rounding -0.02'],
    ['1210.00', 'F-1001', 'F-1001=1200.00', 'overpayment -10.00'],
    ['600.00', 'F-1001', 'F-1001=600.00', ''],
  ])('of %s on %s is read as it is usual', (amount, number, pays, difference) => {
    const payer = number === 'F-1003' ? 'SPEDITION VOGEL GMBH' : 'MENUISERIE AUBERT SARL';
    expect(shown(decideOne({ customers, items }, credit(amount, payer, `FACTURE ${number}`)))).toMatchObject({ pays, difference });
  });

  it.each([
    ['a claim of a whole percentage, to the cent, of a small amount', '69.03', 'F-1', 'F-1=73.43', 'deduction 4.40'],
    ['a claim, where the time for a discount is over', '141.55', 'F-2', 'F-2=149.00', 'deduction 7.45'],
    ['a discount, where it is not', '141.55', 'F-3', 'F-3=149.00', 'discount 7.45'],
    ['a discount within two weeks, though the item was due at once', '141.55', 'F-4', 'F-4=149.00', 'discount 7.45'],
    ['a claim and no fee, where no bank keeps that much', '264.50', 'F-5', 'F-5=300.00', 'deduction 35.50'],
    ['too much, where one item is named and more than twice of it came', '88.00', 'F-6', 'F-6=39.00', 'overpayment -49.00'],
  ])('is %s', (_, amount, number, pays, difference) => {
    const days = { 'F-2': { issueDate: '2026-08-05', dueDate: '2026-09-30' }, 'F-3': { issueDate: '2026-08-05', dueDate: '2026-10-06' }, 'F-4': { issueDate: '2026-09-25', dueDate: '2026-09-25' } } as const;
    const one = invoice(number, number === 'F-1' || number === 'F-5' ? 'C2' : 'C1', /=(.*)/.exec(pays)![1]!, days[number as 'F-2']);
    const abroad = number === 'F-1' || number === 'F-5';
    const proposal = decideOne({ customers: [...customers, customer('C3', 'Papeterie Lenoir')], items: [one] }, credit(amount, abroad ? 'SPEDITION VOGEL GMBH' : 'MENUISERIE AUBERT SARL', `FACTURE ${number}`));
    expect(shown(proposal)).toMatchObject({ pays, difference });
  });

  it('always balances: allocated minus difference is what was received', () => {
    for (const amount of ['586.30', '12.34', '1164.00', '1547.19', '9999.99', '0.01']) {
      const proposal = decideOne({ customers, items }, credit(amount, 'MENUISERIE AUBERT SARL', 'F-1001 F-1002'));
      const allocated = proposal.allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      if (proposal.allocations.length > 0 || proposal.difference) expect(allocated - (proposal.difference?.amountMinor ?? 0n)).toBe(BigInt(amount.replace('.', '')));
    }
  });

  it('that a customer is known to make is expected of it', () => {
    const history = Array.from({ length: 12 }, (_, index) =>
      settled(credit('970.00', 'MENUISERIE AUBERT SARL', `FACTURE F-0${100 + index}`, { bookingDate: `2026-08-${String(index + 10)}` }), { of: 'C1', items: { [`F-0${100 + index}`]: '1000.00' }, less: ['discount', '30.00'] }),
    );
    expect(shown(decideOne({ customers, items: [invoice('F-1004', 'C1', '500.00'), invoice('F-1005', 'C1', '485.00')], history }, credit('485.00', 'MENUISERIE AUBERT SARL', 'FACTURE F-1004')))).toMatchObject({ pays: 'F-1004=500.00', difference: 'discount 15.00' });
  });
});

describe('a sum without any reference', () => {
  const world: World = {
    customers,
    items: [
      invoice('F-1', 'C1', '412.17', { dueDate: '2026-09-10' }),
      invoice('F-2', 'C1', '98.40', { dueDate: '2026-09-20' }),
      invoice('F-3', 'C1', '1530.00', { dueDate: '2026-09-30' }),
      invoice('F-4', 'C1', '77.77', { dueDate: '2026-11-30' }),
      creditNote('A-1', 'C1', '-50.05', { dueDate: '2026-09-15' }),
    ],
  };
  it.each([
    ['all that is open', '2068.29', 'A-1=-50.05 F-1=412.17 F-2=98.40 F-3=1530.00 F-4=77.77'],
    ['all that is due', '1990.52', 'A-1=-50.05 F-1=412.17 F-2=98.40 F-3=1530.00'],
    ['all invoices that are due, the credit note forgotten', '2040.57', 'F-1=412.17 F-2=98.40 F-3=1530.00'],
    ['all but one', '1969.89', 'A-1=-50.05 F-1=412.17 F-3=1530.00 F-4=77.77'],
    ['two of them', '510.57', 'F-1=412.17 F-2=98.40'],
    ['an invoice less the credit note', '362.12', 'A-1=-50.05 F-1=412.17'],
  ])('is %s', (_, amount, pays) => {
    expect(shown(decideOne(world, credit(amount, 'MENUISERIE AUBERT SARL', ''))).pays).toBe(pays);
  });

  it('says how many invoices it is for, and is read so', () => {
    const proposal = decideOne(world, credit('1942.17', 'MENUISERIE AUBERT SARL', '2 FACTURES'));
    expect(shown(proposal).pays).toBe('F-1=412.17 F-3=1530.00');
    expect(said(proposal)).toContainEqual({ code: 'count_named', text: 'The text speaks of 2 invoices, and these are 2.', params: { count: '2' } });
  });

  it('of a round budget pays the oldest and part of the next', () => {
    expect(shown(decideOne({ customers, items: [invoice('F-1', 'C1', '812.17', { dueDate: '2026-09-10' }), invoice('F-2', 'C1', '998.40')] }, credit('1000.00', 'MENUISERIE AUBERT SARL', 'F-1 F-2'))).pays).toBe('F-1=812.17 F-2=187.83');
  });
});

describe('while nothing was learned', () => {
  const many = [...customers, ...['Lenoir', 'Moreau', 'Petit'].map((name, index) => customer(`H${index}`, `Papeterie ${name}`)), customer('C3', 'Werkzeugbau Kranich GmbH', { country: 'DE' })];
  const items = [
    invoice('F-2001', 'C2', '598.80'), invoice('F-2002', 'C2', '1412.17'), invoice('F-2003', 'C2', '98.40'), invoice('F-2004', 'C2', '731.10'),
    invoice('F-3001', 'C3', '410.20'), invoice('F-3002', 'C3', '87.50'), invoice('F-3003', 'C3', '960.00'),
  ];
  const named = [credit('591.45', 'SPEDITION VOGEL GMBH', 'RECHNUNG F-2001', { id: 'N1' }), credit('1404.82', 'SPEDITION VOGEL GMBH', 'RECHNUNG F-2002', { id: 'N2' })];
  const unnamed = credit('822.15', 'SPEDITION VOGEL GMBH', '', { id: 'U1' });

  it('a fee that the payments of a call show is that of the next, though it names nothing', () => {
    const alone = engineFor({ customers: many, items }).decide([unnamed])[0]!;
    expect(shown(alone)).not.toMatchObject({ pays: 'F-2003=98.40 F-2004=731.10' });
    const proposals = engineFor({ customers: many, items }).decide([...named, unnamed]);
    expect(proposals.map((proposal) => shown(proposal).difference)).toEqual(['bank_fee 7.35', 'bank_fee 7.35', 'bank_fee 7.35']);
    expect(shown(proposals[2]!).pays).toBe('F-2003=98.40 F-2004=731.10');
  });

  it('nothing of that is kept after the call', () => {
    const engine = engineFor({ customers: many, items });
    const before = engine.exportLearning();
    engine.decide([...named, unnamed]);
    expect(engine.exportLearning()).toEqual(before);
  });

  it('all that is open may be paid with a claim that nobody foresaw', () => {
    const owed = [invoice('F-1', 'C1', '598.80', { dueDate: '2026-09-18' }), invoice('F-2', 'C1', '4800.00', { dueDate: '2026-09-28' }), invoice('F-3', 'C1', '162.91', { dueDate: '2026-10-03' })];
    expect(shown(decideOne({ customers: many, items: owed }, credit('5526.21', 'MENUISERIE AUBERT SARL', 'ACOMPTE')))).toEqual({ decision: 'suggest', pays: 'F-1=598.80 F-2=4800.00 F-3=162.91', difference: 'deduction 35.50' });
  });
});

describe('what was taken', () => {
  it('is gone for the next: the second payment of an invoice is a duplicate, whichever names it', () => {
    const engine = engineFor({ customers, items: [invoice('F-1001', 'C1', '625.03')] });
    const [first, second] = engine.decide([credit('625.03', 'MENUISERIE AUBERT SARL', 'FACTURE F-1001', { bookingDate: '2026-10-02' }), credit('625.03', 'MENUISERIE AUBERT SARL', 'FACTURE F-1001', { bookingDate: '2026-10-09' })]);
    expect(shown(first!)).toEqual({ decision: 'auto', pays: 'F-1001=625.03', difference: '' });
    expect(shown(second!)).toEqual({ decision: 'suggest', pays: '', difference: 'duplicate_payment -625.03' });
  });

  it('by a payment that names nothing is not what a later one names, where there is an equal item', () => {
    const engine = engineFor({ customers, items: [invoice('F-1001', 'C1', '49.00', { dueDate: '2026-09-01' }), invoice('F-1002', 'C1', '49.00', { dueDate: '2026-09-02' })] });
    const proposals = engine.decide([credit('49.00', 'MENUISERIE AUBERT SARL', ''), credit('49.00', 'MENUISERIE AUBERT SARL', 'FACTURE F-1001')]);
    expect(proposals.map((proposal) => shown(proposal).pays)).toEqual(['F-1002=49.00', 'F-1001=49.00']);
  });

  it('whole by a payment that names it is not first taken for what earlier ones, which name nothing, pay a part of', () => {
    const engine = engineFor({ customers, items: [invoice('F-1001', 'C1', '625.03', { dueDate: '2026-09-01' })] });
    const parts = ['100.00', '200.00'].map((amount) => credit(amount, 'MENUISERIE AUBERT', 'ACOMPTE'));
    expect(engineFor({ customers, items: [invoice('F-1001', 'C1', '625.03', { dueDate: '2026-09-01' })] }).decide(parts).map((proposal) => shown(proposal).pays)).toEqual(['F-1001=100.00', 'F-1001=200.00']);
    const proposals = engine.decide([...parts, credit('625.03', 'MENUISERIE AUBERT SARL', 'FACTURE F-1001')]);
    expect(proposals.map((proposal) => shown(proposal))).toMatchObject([{ pays: '' }, { pays: '' }, { decision: 'auto', pays: 'F-1001=625.03' }]);
  });

  it('comes back when the books say that it is open again', () => {
    const items = [invoice('F-1001', 'C1', '625.03')];
    const engine = engineFor({ customers, items });
    engine.decide([credit('625.03', 'MENUISERIE AUBERT SARL', 'FACTURE F-1001')]);
    engine.putOpenItems(items);
    expect(shown(engine.decide([credit('625.03', 'MENUISERIE AUBERT SARL', 'FACTURE F-1001')])[0]!).pays).toBe('F-1001=625.03');
  });

  it('is nothing once the books say that nothing is open', () => {
    const engine = engineFor({ customers, items: [invoice('F-1001', 'C1', '625.03')] });
    engine.putOpenItems([invoice('F-1001', 'C1', '0.00', { total: '625.03' })]);
    expect(shown(engine.decide([credit('625.03', 'MENUISERIE AUBERT SARL', 'FACTURE F-1001')])[0]!).pays).toBe('');
  });
});

describe('an open item that changes', () => {
  it('is known by what it says now: another order number, another customer', () => {
    const engine = engineFor({ customers, items: [invoice('F-1001', 'C1', '625.03', { orderReference: 'PO5511' })] });
    engine.putOpenItems([invoice('F-1001', 'C2', '625.03', { orderReference: 'PO7722' })]);
    const [old, now] = engine.decide([credit('11.00', 'SPEDITION VOGEL GMBH', 'PO5511'), credit('625.03', 'SPEDITION VOGEL GMBH', 'PO7722')]);
    expect(old!.reasons.map(({ code }) => code)).not.toContain('order_number');
    expect(shown(now!)).toMatchObject({ pays: 'F-1001=625.03' });
    expect(now!.customerId).toBe('C2');
    expect(now!.reasons.map(({ code }) => code)).toContain('order_number');
  });

  it('of more than the engine counts exactly is refused', () => {
    const engine = engineFor({ customers, items: [] });
    expect(() => engine.putOpenItems([{ ...invoice('F-1', 'C1', '1.00'), openMinor: 2n ** 60n }])).toThrow(/F-1: 1152921504606846976 minor units are more than the matching engine holds/);
  });
});
