import { expect, it } from '@jest/globals';
import { readInformation, readRemarks } from './information.js';

const said = (...lines: string[]) => {
  const { counterpartyName: name, counterpartyIban: iban, remittance, endToEndId, mandateId } = readInformation(lines);
  return { name, iban, remittance, endToEndId, mandateId };
};
const nothing = { name: null, iban: null, endToEndId: null, mandateId: null };

it('knows numbered subfields by any of their signs, with and without the code before them', () => {
  const read = { ...nothing, name: 'DUMAS SA', iban: 'FR7630006000011234567890189', remittance: 'Facture 12' };
  for (const [code, sign] of [['166', '?'], ['', '>'], ['', '~'], ['020', '<'], ['', '^'], ['000', '+']] as const) {
    expect(said(`${code}${sign}00VIR${sign}20Facture 12${sign}31FR7630006000011234567890189${sign}32DUMAS SA`)).toEqual(read);
  }
  expect(said('~00VAN~20oplata~31000123~32NOWAK~38PL61109010140000071219812874')).toMatchObject({ iban: 'PL61109010140000071219812874' });
  expect(said('166?20why? 12?32DUMAS')).toMatchObject({ remittance: 'why? 12', name: 'DUMAS' });
});

it('knows BIC and IBAN before the text', () => {
  expect(said('000>100000000000', '>20RABONL2U', '>21NL91ABNA0417164300', '>22HUUR JANUARI>310454545454')).toEqual({ ...nothing, iban: 'NL91ABNA0417164300', remittance: 'HUUR JANUARI' });
  expect(said('000>20BESTELD>21NL91ABNA0417164300')).toMatchObject({ iban: null, remittance: 'BESTELD NL91ABNA0417164300' });
});

it('knows Dutch words in capitals', () => {
  expect(said('SEPA INCASSO ALGEMEEN DOORLOPEND INCASSANT: NL40ZZZ878787780000  ', 'NAAM: WATERNET B.V.             MACHTIGING: M7', 'OMSCHRIJVING: TERMIJN JANUARI', 'IBAN: NL91ABNA0417164300         KENMERK: K 2026/1')).toEqual({
    name: 'WATERNET B.V.', iban: 'NL91ABNA0417164300', remittance: 'TERMIJN JANUARI', endToEndId: 'K 2026/1', mandateId: 'M7',
  });
  expect(said('12160475 ORDER 264267', 'REK: NL91ABNA0417164300/NAAM: MMS ONLINE B.V.')).toMatchObject({ name: 'MMS ONLINE B.V.', iban: 'NL91ABNA0417164300' });
});

it('knows Dutch keywords, and a text of which none says anything', () => {
  expect(said('/ACCW/NL91ABNA0417164300,ABNANL2A/ORDP//NAME/De Vries/REMI/1000122')).toEqual({ ...nothing, name: 'De Vries', iban: 'NL91ABNA0417164300', remittance: '1000122' });
  expect(said('/EREF/E7/BENM//NAME/Fiscus/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/RF18539007547034')).toEqual({ ...nothing, name: 'Fiscus', remittance: 'RF18539007547034', endToEndId: 'E7' });
  expect(said('/BENM/300000000000133', '/ELEKTRO DOO SKOPJE', '/747//747', '/faktura 747')).toEqual({ ...nothing, name: 'ELEKTRO DOO SKOPJE', remittance: '747//747 faktura 747' });
  expect(said('/TRCD/00100/')).toMatchObject({ name: null, remittance: '/TRCD/00100/' });
});

it('knows an account and a name in the first line, padded with blanks', () => {
  const blank = ' '.repeat(65);
  expect(said('NL91ABNA0417164300 j jansen', blank, 'Salaris december', blank)).toEqual({ ...nothing, name: 'j jansen', iban: 'NL91ABNA0417164300', remittance: 'Salaris december' });
  expect(said('NL91ABNA0417164300 tank bv', blank, '/TRTP/Incasso/NAME/TANK B.V./MARF/M7/REMI/Nota 4/EREF/E9   ')).toEqual({ name: 'TANK B.V.', iban: 'NL91ABNA0417164300', remittance: 'Nota 4', endToEndId: 'E9', mandateId: 'M7' });
});

it('knows text, name and account between colons', () => {
  expect(said('999SEPA_CREDIT_TRANSFER:Re: 12:Muster GmbH:DE02120300000000202051:GEHALT')).toEqual({ ...nothing, name: 'Muster GmbH', iban: 'DE02120300000000202051', remittance: 'Re: 12' });
});

it('takes remarks for what they are numbered', () => {
  expect(readRemarks(['01Facture 12', '02suite', '15DUMAS ET', '16FILS', '33123'])).toMatchObject({ counterpartyName: 'DUMAS ET FILS', remittance: 'Facture 12 suite' });
  expect(readRemarks([])).toMatchObject({ counterpartyName: null, remittance: '' });
});

it('takes the other side where the bank names creditor and debtor', () => {
  const named = (negative: boolean, ...lines: string[]) => {
    const { counterpartyName: name, counterpartyIban: iban, remittance, endToEndId } = readInformation(lines, negative);
    return { name, iban, remittance, endToEndId };
  };
  const both = ['/EREF/INV-7781', '/CRNM/WE OURSELVES', '/DBNM/NEXTGEN SUPPLIES', '/DACT/GB94BARC10201530093459/DBIC/BARCGB22', '/REMI/Invoice 7781', '/OPRP/Tag Payment'];
  expect(named(false, ...both)).toEqual({ name: 'NEXTGEN SUPPLIES', iban: 'GB94BARC10201530093459', remittance: 'Invoice 7781', endToEndId: 'INV-7781' });
  expect(named(true, ...both)).toMatchObject({ name: 'WE OURSELVES', iban: null });
  expect(named(false, '/CRNM/HOLLOWAY CARRIERS', '/REMI/Freight')).toMatchObject({ name: 'HOLLOWAY CARRIERS' });
});

it('knows codes of two letters', () => {
  const label = ['/PT/DE/EI/231048 04982601/BI/0091/BO/04982601/BO1/MERIDIAN FOODS LLC/BO2/DUBAI'];
  expect(readInformation(label)).toMatchObject({ counterpartyName: 'MERIDIAN FOODS LLC', counterpartyIban: null, remittance: '231048 04982601' });
  // Who gave the order of a payment that leaves are we.
  expect(readInformation([...label, '/BE/HOLLOWAY CARRIERS/BN1/12 HIGH STREET'], true)).toMatchObject({ counterpartyName: 'HOLLOWAY CARRIERS' });
  expect(readInformation(['/PT/FT/PY/MONTHLY FEE'])).toMatchObject({ counterpartyName: null, remittance: 'MONTHLY FEE' });
  expect(readInformation(['/PT/unlike'])).toMatchObject({ remittance: '/PT/unlike' });
});

it('text below an identifier that does not fill its line is the purpose', () => {
  expect(said('166?00LASTSCHRIFT?20EREF+E7?21MREF+M7?22CRED+DE98ZZZ09999999999?23Miete Juni?24Haus 4?32DUMAS')).toMatchObject({ name: 'DUMAS', endToEndId: 'E7', mandateId: 'M7', remittance: 'Miete Juni Haus 4' });
  expect(said('166?20SVWZ+Miete?21CRED+DE98ZZZ09999999999?22x?32DUMAS')).toMatchObject({ remittance: 'Miete' });
});

it('knows Polish words between semicolons', () => {
  const text = ['PRZELEW ZEWNETRZNY; Z RACH.: 61109010140000071219812874; OD: NOWAK SP Z O.', 'O.  UL. DLUGA 1; TYT.: FAKTURA 12/2026; TNR: 145271016138274.040001'];
  expect(said(...text)).toMatchObject({ name: 'NOWAK SP Z O.O.', remittance: 'FAKTURA 12/2026' });
});

it('the text may begin behind the name, with two blanks between', () => {
  expect(said('NL91ABNA0417164300 T. de Vries  Contributie juni, lidmaatschap 12', ' van de vereniging')).toMatchObject({ name: 'T. de Vries', iban: 'NL91ABNA0417164300', remittance: 'Contributie juni, lidmaatschap 12 van de vereniging' });
});
