import { addDays, fromEpochDay, toEpochDay } from '@lettrage/calendar';
import { rfReference } from '@lettrage/references';
import { bankDayFrom } from '../bank-days.js';
import { companyName } from '../company/company-name.js';
import { iban } from '../company/identifiers.js';
import { type Language, words } from '../company/words.js';
import { Random } from '../random.js';
import type { WorldTransaction } from '../world.js';
import { entryXml, escapeXml, statementHead, statementTail } from './camt053.js';

export interface LargeStatementOptions {
  readonly seed: number | string;
  readonly entries: number;
}

const firstDate = '2026-01-02';
const entriesPerDay = 500;
const openingMinor = 500_000_000n;

/**
 * A CAMT.053.001.08 of as many entries as asked for, about 1 kB each, in chunks of text: names, addresses, accounts, remittance
 * of one to three lines. It balances. Memory does not grow with its size.
 */
export function* largeStatement({ seed, entries }: LargeStatementOptions): Generator<string> {
  if (!Number.isInteger(entries) || entries < 0 || entries > 10_000_000) throw new RangeError(`a large statement has 0 to 10000000 entries, not ${entries}`);
  const label = `${seed}/large`;
  const random = new Random(label);
  const account = { iban: iban('FR', random), bic: 'BNPAFRPPXXX', owner: 'ATELIERS DU PARC SAS', currency: 'EUR' };
  // The closing balance stands before the entries: a first pass over the amounts alone.
  const amounts = new Random(`${label}/amounts`);
  let closingMinor = openingMinor;
  for (let index = 0; index < entries; index += 1) closingMinor += drawAmount(amounts);

  const lastDate = addDays(firstDate, Math.ceil((entries / entriesPerDay) * 1.6) + 5);
  yield statementHead({ account, id: `LARGE-${entries}`, sequence: 1, from: firstDate, to: lastDate, openingMinor, closingMinor });
  const again = new Random(`${label}/amounts`);
  let day = toEpochDay(firstDate);
  let chunk = '';
  for (let index = 0; index < entries; index += 1) {
    if (index % entriesPerDay === 0) day = bankDayFrom(index === 0 ? day : day + 1);
    const language = random.pick(['fr', 'fr', 'fr', 'de', 'be', 'nl', 'en', 'es'] as const);
    chunk += entryXml([drawTransaction(index, fromEpochDay(day), drawAmount(again), language, random)], drawAddress(language, random));
    if (chunk.length < 1 << 16) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}${statementTail}`;
}

function drawAmount(random: Random): bigint {
  const size = BigInt(Math.max(100, Math.min(10_000_000, Math.round(60_000 * Math.exp(1.2 * random.normal())))));
  return random.chance(0.12) ? -size : size;
}

function drawTransaction(index: number, date: string, amountMinor: bigint, language: Language, random: Random): WorldTransaction {
  const of = words[language];
  const reference = `LG${String(index + 1).padStart(10, '0')}`;
  const number = `FA2026-${random.digits(6)}`;
  const text = `${random.pick(of.invoiceWords)} ${number} ${random.pick(of.paymentWords)} ${random.digits(8)}`;
  return {
    reference,
    entry: reference,
    bookingDate: date,
    valueDate: date,
    amountMinor,
    currency: 'EUR',
    counterpartyName: companyName(language, random).toUpperCase(),
    counterpartyIban: iban(of.countries[0]!, random),
    endToEndId: random.chance(0.6) ? `E2E-${random.digits(12)}` : null,
    remittanceLines: random.chance(0.3) ? [text, `${of.accountPrefix} ${random.digits(8)} / ${date}`] : [text],
    structuredReference: random.chance(0.2) ? rfReference(number) : null,
    transactionCode: amountMinor < 0n ? 'PMNT/ICDT/ESCT' : 'PMNT/RCDT/ESCT',
    returnReason: null,
    truth: { kind: 'other:large', noise: [], habit: '-', unreferenced: false, customerId: null, allocations: [], difference: null },
  };
}

function drawAddress(language: Language, random: Random): string {
  const of = words[language];
  const street = escapeXml(`${random.pick(of.trades)} ${random.pick(of.surnames)}`);
  const town = escapeXml(random.pick(of.places));
  return (
    `<PstlAdr><StrtNm>${street}</StrtNm><BldgNb>${random.int(1, 200)}</BldgNb><PstCd>${random.digits(5)}</PstCd>` +
    `<TwnNm>${town}</TwnNm><Ctry>${of.countries[0]}</Ctry></PstlAdr>`
  );
}
