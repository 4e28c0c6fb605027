import { fromEpochDay } from '@lettrage/calendar';
import { formatDecimal } from '@lettrage/money';
import { type Words, words } from '../company/words.js';
import type { Noise, NoiseKind } from '../options.js';
import type { Random } from '../random.js';
import type { WorldInvoice } from '../world.js';
import type { Payment } from './payment.js';

interface Circumstances {
  readonly noise: Noise;
  readonly earlier: WorldInvoice | null;
  readonly marks: Set<NoiseKind>;
  readonly random: Random;
}

/** The words around the reference: an invoice word, a date, a customer number, and numbers that mean something else. */
export function sentence(payment: Payment, reference: string | null, { noise, earlier, marks, random }: Circumstances): string {
  const { payer } = payment;
  const of = words[payer.customer.language];
  const parts = opening(payment, reference, of, noise, marks, random);
  if (random.chance(noise.otherNumbers)) {
    marks.add('otherNumbers');
    const number = random.pick([
      `TEL 0${random.digits(9)}`, `CTR ${random.digits(6)}`, `SIRET ${random.digits(14)}`, `DOSSIER ${random.digits(5)}`,
      `${random.int(1, 28)}.${random.int(1, 12)}.${random.int(2024, 2027)}`, `REF ${random.digits(8)}`,
    ]);
    if (random.chance(0.5)) parts.push(number);
    else parts.unshift(number);
  }
  // Kinds that came later draw from streams of their own, so that worlds without them stay as they were.
  for (const kind of ['ownReference', 'earlierReference', 'amountInText'] as const) {
    const draws = random.fork(kind);
    if (!draws.chance(noise[kind]) || (kind === 'earlierReference' && earlier === null)) continue;
    marks.add(kind);
    if (kind === 'earlierReference') parts.push(earlier!.number);
    else parts.push(kind === 'ownReference' ? ownReference(payment.day, draws) : amountText(payment.receivedMinor, draws));
  }
  return parts.join(' ');
}

function opening({ payer, day, statementDay, items }: Payment, reference: string | null, of: Words, noise: Noise, marks: Set<NoiseKind>, random: Random): string[] {
  if (reference !== null) {
    if (!random.chance(0.8)) return [reference];
    const word = random.pick(of.invoiceWords);
    const gap = random.pick([' ', ' ', ' ', ': ', '']);
    const glued = gap !== '' && random.fork('gluedWords').chance(noise.gluedWords);
    if (glued) marks.add('gluedWords');
    return [`${word}${glued ? '' : gap}${reference}`];
  }
  const dates = [...new Set(items.map(({ issueDate }) => issueDate))].slice(0, 3);
  switch (items.length === 0 && (payer.habit === 'date' || payer.habit === 'month') ? 'none' : payer.habit) {
    case 'customer_number':
      return [`${of.accountPrefix} ${payer.customer.id}`];
    case 'period':
      return [statementText(statementDay ?? day)];
    case 'date':
      return [`${of.invoiceOf} ${dates.map(written).join(', ')}`];
    case 'month':
      return [`${random.pick(of.paymentWords)} ${of.months[Number(dates[0]!.slice(5, 7)) - 1]!} ${dates[0]!.slice(0, 4)}`];
    default:
      return random.chance(0.75) ? [random.pick(of.paymentWords)] : [];
  }
}

function written(date: string): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** A payment by statement names the day up to which it pays. */
function statementText(day: number): string {
  const [year, month, dayOfMonth] = fromEpochDay(day).split('-');
  return `RELEVE AU ${dayOfMonth}/${month}/${year}`;
}

/** The number under which the payer keeps the invoice, often with its date of posting. */
function ownReference(day: number, random: Random): string {
  const number = `${random.pick(['V/REF', 'N/REF', 'OUR REF', 'BELEG', 'RIF', 'DOC'])} ${random.int(1, 9)}${random.digits(random.int(3, 6))}`;
  return random.chance(0.5) ? `${number} DU ${written(fromEpochDay(day - random.int(3, 60))).replaceAll('.', '/')}` : number;
}

function amountText(minor: bigint, random: Random): string {
  const decimal = formatDecimal(minor, 2);
  return random.pick([`EUR ${decimal}`, `${decimal.replace('.', ',')} EUR`, `MONTANT ${decimal.replace('.', ',')}`, `TOTAL ${decimal}`]);
}
