import { fromEpochDay } from '@lettrage/calendar';
import type { Profile, ReferenceHabit } from '../company/profile.js';
import { personName } from '../company/company-name.js';
import { iban } from '../company/identifiers.js';
import { words } from '../company/words.js';
import type { Noise } from '../options.js';
import type { Random } from '../random.js';
import type { WorldInvoice } from '../world.js';
import { bankName, inCapitals, misspell } from './bank-text.js';
import type { Payment } from './payment.js';

/** What the bank transmits of a payment. */
export interface Description {
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly endToEndId: string | null;
  readonly remittanceLines: readonly string[];
  readonly structuredReference: string | null;
  readonly unreferenced: boolean;
}

/** Words for a payment in its payer's habit, spoilt by noise. `other` is an invoice that it does not pay. */
export function describePayment(payment: Payment, noise: Noise, other: WorldInvoice, random: Random): Description {
  const { payer } = payment;
  const spoilt = payment.items.length === 0 || random.chance(noise.missingReference) ? 'none' : payer.habit;
  const cited = random.chance(noise.wrongReference) ? [other] : payment.items;
  const { text, structuredReference, endToEndId } = cite(payment, spoilt, cited, random);
  const slipped = text !== null && random.chance(noise.digitSlip) ? slipDigit(text, random) : text;
  const full = sentence(payment, slipped, noise, random);
  const cut = random.chance(noise.cutText) ? full.slice(0, random.int(24, 40)).trimEnd() : full;
  const lines = random.chance(noise.lineBreak) && slipped !== null ? breakInside(cut, slipped, random) : splitLong(cut);
  const named = slipped !== null && (cut.includes(slipped) || payment.items.some((item) => names(cut, item)));
  return {
    ...payerOf(payer, payment.day, noise, random),
    endToEndId: endToEndId ?? (random.chance(0.4) ? `E2E${random.digits(9)}` : null),
    remittanceLines: lines,
    structuredReference,
    unreferenced: cited !== payment.items || (!named && structuredReference === null && endToEndId === null),
  };
}

/** Whether a text holds the end of an item's number, or its order number. */
function names(text: string, { number, orderReference }: WorldInvoice): boolean {
  return text.includes(tail(number)) || (orderReference !== null && text.includes(orderReference));
}

interface Citation {
  readonly text: string | null;
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
}

const inText = (text: string | null): Citation => ({ text, structuredReference: null, endToEndId: null });

function cite(payment: Payment, habit: ReferenceHabit, items: readonly WorldInvoice[], random: Random): Citation {
  const single = items.length === 1 ? items[0]! : null;
  switch (habit) {
    case 'none':
    case 'customer_number':
    case 'period':
      return inText(null);
    case 'structured':
      if (single?.structuredReference) return { text: null, structuredReference: single.structuredReference, endToEndId: null };
      return inText(listed(items.map(({ number }) => number), random));
    case 'end_to_end':
      if (single) return { text: null, structuredReference: null, endToEndId: single.number };
      return inText(listed(items.map(({ number }) => number), random));
    case 'order':
      return inText(listed([...new Set(items.map(({ number, orderReference }) => orderReference ?? number))], random));
    case 'tail':
      return inText(listed(items.map(({ number }) => tail(number)), random));
    case 'compact':
      return inText(listed(items.map(({ number }) => number.replaceAll(/[^0-9A-Z]/gi, '')), random));
    case 'spaced':
      return inText(listed(items.map(({ number }) => number.replaceAll(/[^0-9A-Z]/gi, ' ')), random));
    case 'exact':
      return inText(listed(items.map(({ number }) => number), random));
  }
}

function tail(number: string): string {
  return /(\d+)$/.exec(number)![1]!.slice(-6).replace(/^0+(?=\d{2})/, '');
}

/** Several references: as a list, with tails after the first, as a range where they follow each other, or only the first of many. */
function listed(references: readonly string[], random: Random): string | null {
  if (references.length === 0) return null;
  if (references.length === 1) return references[0]!;
  const tails = references.map((reference) => (/\d$/.test(reference) ? tail(reference) : reference));
  const follow = tails.every((text, index) => index === 0 || Number(text) === Number(tails[index - 1]) + 1);
  if (follow && random.chance(0.5)) return `${references[0]} ${random.pick(['A', '-', 'BIS', 'TO'])} ${tails.at(-1)}`;
  if (references.length > 6 && random.chance(0.4)) return `${references[0]} ${random.pick(['ET AUTRES', 'U.A.', 'ETC', '+'])} ${references.length - 1}`;
  const separator = random.pick([', ', ' ', ' + ', '/', ';', ' ET ']);
  return (random.chance(0.4) ? [references[0]!, ...tails.slice(1)] : [...references]).join(separator);
}

/** The words around the reference: an invoice word, a date, a customer number, and numbers that mean something else. */
function sentence({ payer, day, statementDay }: Payment, reference: string | null, noise: Noise, random: Random): string {
  const of = words[payer.customer.language];
  const parts: string[] = [];
  if (reference !== null) {
    if (random.chance(0.8)) parts.push(`${random.pick(of.invoiceWords)}${random.pick([' ', ' ', ' ', ': ', ''])}${reference}`);
    else parts.push(reference);
  } else if (payer.habit === 'customer_number') {
    parts.push(`${of.accountPrefix} ${payer.customer.id}`);
  } else if (payer.habit === 'period') {
    parts.push(statementText(statementDay ?? day));
  } else if (random.chance(0.75)) {
    parts.push(random.pick(of.paymentWords));
  }
  if (random.chance(noise.otherNumbers)) {
    const number = random.pick([
      `TEL 0${random.digits(9)}`, `CTR ${random.digits(6)}`, `SIRET ${random.digits(14)}`, `DOSSIER ${random.digits(5)}`,
      `${random.int(1, 28)}.${random.int(1, 12)}.${random.int(2024, 2027)}`, `REF ${random.digits(8)}`,
    ]);
    if (random.chance(0.5)) parts.push(number);
    else parts.unshift(number);
  }
  return parts.join(' ');
}

/** A payment by statement names the day up to which it pays. */
function statementText(day: number): string {
  const [year, month, dayOfMonth] = fromEpochDay(day).split('-');
  return `RELEVE AU ${dayOfMonth}/${month}/${year}`;
}

function slipDigit(text: string, random: Random): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  if (places.length < 2) return text;
  const at = random.pick(places.slice(-5));
  const way = random.weighted({ wrong: 5, swapped: 3, lost: 2 });
  if (way === 'wrong') return text.slice(0, at) + ((Number(text[at]) + random.int(1, 9)) % 10) + text.slice(at + 1);
  if (way === 'lost') return text.slice(0, at) + text.slice(at + 1);
  return at > 0 ? text.slice(0, at - 1) + text[at]! + text[at - 1]! + text.slice(at + 1) : text;
}

function breakInside(text: string, reference: string, random: Random): string[] {
  const start = text.indexOf(reference);
  if (start < 0 || reference.length < 2) return splitLong(text);
  const at = start + random.int(1, reference.length - 1);
  return [...splitLong(text.slice(0, at)), ...splitLong(text.slice(at))];
}

/** Unstructured remittance information holds 140 characters an element (ISO 20022). */
function splitLong(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += 140) lines.push(text.slice(at, at + 140));
  return lines;
}

function payerOf(payer: Profile, day: number, noise: Noise, random: Random): Pick<Description, 'counterpartyName' | 'counterpartyIban'> {
  const { customer } = payer;
  if (random.chance(noise.otherPayer)) {
    const parent = `HOLDING ${random.pick(words[customer.language].surnames)}`;
    const name = random.chance(0.5) ? personName(customer.language, random) : random.pick(['FACTOFRANCE', 'BNP PARIBAS FACTOR', parent]);
    return { counterpartyName: bankName(name, inCapitals, []), counterpartyIban: payer.showsIban ? iban(customer.country, random) : null };
  }
  const name = bankName(customer.name, payer.bankName, words[customer.language].legalForms);
  return {
    counterpartyName: random.chance(noise.misspeltName) ? misspell(name, random) : name,
    counterpartyIban: payer.showsIban ? payer.ibans[day >= payer.changesBankOn ? 1 : 0] : null,
  };
}
