import { describe, expect, it } from '@jest/globals';
import { credit, customer, decideOne, engineFor, invoice, said, settled, shown, type World } from './scenario.js';

const customers = [customer('C1', 'Menuiserie Aubert SARL'), customer('C2', 'Garage Perret & Fils'), customer('C3', 'Spedition Vogel GmbH', { country: 'DE' })];

describe('a text that says for whom the money is', () => {
  const items = [invoice('F-101', 'C1', '960.00'), invoice('F-102', 'C2', '960.00'), invoice('F-103', 'C3', '960.00')];

  it.each([
    ['M OU MME RAVANEL', 'VIREMENT P/C GARAGE PERRET & FILS', 'F-102'],
    ['HOLDING DURAND', 'POUR LE COMPTE DE MENUISERIE AUBERT SARL', 'F-101'],
    ['HERR OPPELT', 'IM AUFTRAG VON SPEDITION VOGEL GMBH', 'F-103'],
    ['HERR OPPELT', 'I.A.V. SPEDITION VOGEL GMBH', 'F-103'],
    ['MR SUTCLIFFE', 'PAYMENT ON BEHALF OF GARAGE PERRET', 'F-102'],
    ['DHR NOORDAM', 'NAMENS MENUISERIE AUBERT', 'F-101'],
    ['SIG TEDESCO', 'BONIFICO PER CONTO DI SPEDITION VOGEL', 'F-103'],
    ['D JARAMILLO', 'POR CUENTA DE GARAGE PERRET & FILS', 'F-102'],
  ])('is heard: %s, %s', (payer, text, number) => {
    const proposal = decideOne({ customers, items }, credit('960.00', payer, text));
    expect(shown(proposal).pays).toBe(`${number}=960.00`);
    expect(proposal.reasons.map(({ code }) => code)).toContain('named_behalf');
  });

  it('names nobody where a name only contains such letters', () => {
    expect(decideOne({ customers, items }, credit('960.00', 'MENUISERIE AUBERT SARL', 'PCTEL IAVOS GARAGE')).reasons.map(({ code }) => code)).not.toContain('named_behalf');
  });
});

describe('an ultimate debtor', () => {
  const items = [invoice('F-101', 'C1', '960.00'), invoice('F-102', 'C2', '960.00'), invoice('F-103', 'C3', '960.00')];
  const paidFor = (ultimateDebtorName: string | null, text = 'COLLECTE 8812', payer = 'CASHPOOL TREASURY BV') => credit('960.00', payer, text, { ultimateDebtorName });

  it.each([['MENUISERIE AUBERT SARL', 'F-101'], ['GARAGE PERRET ET FILS', 'F-102'], ['Spedition Vogel', 'F-103']])('is whose invoice a treasury pays: %s', (name, number) => {
    const proposal = decideOne({ customers, items }, paidFor(name));
    expect(shown(proposal).pays).toBe(`${number}=960.00`);
    const { customerId } = items.find((item) => item.number === number)!;
    const customerName = customers.find(({ id }) => id === customerId)!.name;
    expect(said(proposal)).toContainEqual({ code: 'ultimate_debtor', text: `The bank names "${name}" as ultimate debtor, which is like ${customerName}.`, params: { customer: customerName, name } });
    expect(proposal.reasons.map(({ code }) => code)).not.toContain('named_behalf');
  });

  it('counts as much as the payer’s own words, and not twice beside them', () => {
    const inWords = decideOne({ customers, items }, paidFor(null, 'POUR LE COMPTE DE MENUISERIE AUBERT SARL'));
    const both = decideOne({ customers, items }, paidFor('MENUISERIE AUBERT SARL', 'POUR LE COMPTE DE MENUISERIE AUBERT SARL'));
    expect([both.allocations, both.confidence]).toEqual([inWords.allocations, inWords.confidence]);
  });

  it('that is like no customer leaves the text its word', () => {
    const proposal = decideOne({ customers, items }, paidFor('UNBEKANNT 4711', 'POUR LE COMPTE DE MENUISERIE AUBERT SARL'));
    expect([shown(proposal).pays, proposal.reasons.map(({ code }) => code).filter((code) => /behalf|ultimate/.test(code))]).toEqual(['F-101=960.00', ['named_behalf']]);
  });

  it('under another name of the customer is said to be like one that has paid for it', () => {
    const history = Array.from({ length: 3 }, (_, index) => settled(credit('50.00', 'ATELIER LUCAS NORD', 'MERCI', { bookingDate: `2026-08-0${index + 1}` }), { of: 'C2', items: { [`R-0${index}`]: '50.00' } }));
    const proposal = decideOne({ customers, items, history }, paidFor('ATELIER LUCAS NORD'));
    expect(shown(proposal).pays).toBe('F-102=960.00');
    expect(said(proposal).map(({ text }) => text)).toContain('The bank names "ATELIER LUCAS NORD" as ultimate debtor, which is like one that has paid for Garage Perret & Fils before.');
  });

  it('who is the payer, or has no letters, or is not there, changes nothing', () => {
    const world = { customers, items };
    const plain = decideOne(world, { ...paidFor(null, 'VIREMENT', 'GARAGE PERRET & FILS'), id: 'T' });
    for (const name of ['GARAGE PERRET & FILS', ' ', '---', undefined]) expect(decideOne(world, { ...paidFor(null, 'VIREMENT', 'GARAGE PERRET & FILS'), id: 'T', ...(name === undefined ? {} : { ultimateDebtorName: name }) })).toEqual(plain);
  });
});

describe('the same amount twice within two weeks, and no invoice named', () => {
  const world: World = { customers, items: [invoice('F-201', 'C1', '178.80'), invoice('F-202', 'C2', '55.10')] };
  const before = (day: string) => settled(credit('178.80', 'MENUISERIE AUBERT SARL', 'VIREMENT', { bookingDate: day }), { of: 'C1', items: { 'F-200': '178.80' } });
  const confidence = (day: string): number => engineFor({ ...world, history: [before(day)] }).decide([credit('178.80', 'MENUISERIE AUBERT SARL', 'VIREMENT')])[0]!.confidence;

  it('may be the same payment again, where an equal invoice is open', () => {
    expect(confidence('2026-09-28')).toBeLessThan(confidence('2026-09-01'));
  });

  it('is said to be one where nothing is open that it fits', () => {
    const [proposal] = engineFor({ customers, items: world.items.slice(1), history: [before('2026-09-28')] }).decide([credit('178.80', 'MENUISERIE AUBERT SARL', 'VIREMENT')]);
    expect(shown(proposal!)).toMatchObject({ decision: 'suggest', pays: '', difference: 'duplicate_payment -178.80' });
    expect(said(proposal!).map(({ text }) => text)).toContain('A credit of the same amount, 178.80 EUR, that seems to be from the same customer came on 2026-09-28.');
  });
});

describe('a statement up to a day', () => {
  it.each(['RELEVE AU 31/08/2026', 'KONTOAUSZUG PER 31.08.2026', 'STATEMENT TO 31/08/2026', 'ESTRATTO CONTO AL 31.08.2026', 'EXTRACTO HASTA 31/08/2026'])('covers what was issued until then: %s', (text) => {
    const items = [
      invoice('F-301', 'C1', '100.00', { issueDate: '2026-07-20' }),
      invoice('F-302', 'C1', '250.00', { issueDate: '2026-08-11' }),
      invoice('F-303', 'C1', '350.00', { issueDate: '2026-09-11' }),
    ];
    expect(shown(decideOne({ customers, items }, credit('350.00', 'MENUISERIE AUBERT SARL', text))).pays).toBe('F-301=100.00 F-302=250.00');
  });
});

describe('what a difference is before anything was learned', () => {
  const many = Array.from({ length: 8 }, (_, index) => customer(`D${index}`, `Client Numero ${index}`));
  const named = (payer: string, number: string, amount: string): string => {
    const items = [invoice('F-401', 'C1', '487.09', { dueDate: '2026-10-20' }), invoice('F-402', 'C3', '487.09'), invoice('F-403', 'C1', '500.00', { dueDate: '2026-10-20' }), invoice('F-404', 'C1', '500.00', { dueDate: '2026-09-01' })];
    return shown(decideOne({ customers: [...customers, ...many], items }, credit(amount, payer, `FACTURE ${number}`))).difference;
  };

  it.each([
    ['ten euros less, from abroad: a bank\'s fee', 'SPEDITION VOGEL GMBH', 'F-402', '477.09', 'bank_fee 10.00'],
    ['ten euros less, at home: a claim taken off', 'MENUISERIE AUBERT SARL', 'F-401', '477.09', 'deduction 10.00'],
    ['three per cent less in time: a discount', 'MENUISERIE AUBERT SARL', 'F-403', '485.00', 'discount 15.00'],
    ['seven cents more: a rounding', 'MENUISERIE AUBERT SARL', 'F-403', '500.07', 'rounding -0.07'],
  ])('%s', (_, payer, number, amount, difference) => {
    expect(named(payer, number, amount)).toBe(difference);
  });

  it('five per cent less after the due day is hardly a discount for paying early', () => {
    expect(named('MENUISERIE AUBERT SARL', 'F-404', '475.00')).toBe('deduction 25.00');
  });
});
