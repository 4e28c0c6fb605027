import type { Profile } from '../company/profile.js';
import { personName } from '../company/company-name.js';
import { iban } from '../company/identifiers.js';
import { words } from '../company/words.js';
import type { Noise, NoiseKind } from '../options.js';
import type { Random } from '../random.js';
import type { WorldInvoice } from '../world.js';
import { bankName, inCapitals, misspell } from './bank-text.js';
import { cite, namesNothing, tail } from './cite-items.js';
import type { Payment } from './payment.js';
import { changePrefix, letterForDigit, slipDigit } from './spoil-reference.js';
import { sentence } from './write-sentence.js';

/** What the bank transmits of a payment. */
export interface Description {
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly endToEndId: string | null;
  readonly remittanceLines: readonly string[];
  readonly structuredReference: string | null;
  readonly unreferenced: boolean;
  /** What was spoilt on the way. */
  readonly noise: readonly NoiseKind[];
}

interface Telling {
  readonly payment: Payment;
  readonly noise: Noise;
  /** An invoice that it does not pay, to cite by mistake. */
  readonly other: WorldInvoice;
  /** An invoice that this payer has paid before; null for the first payment. */
  readonly earlier: WorldInvoice | null;
  readonly random: Random;
}

/** Words for a payment in its payer's habit, spoilt by noise. */
export function describePayment({ payment, noise, other, earlier, random }: Telling): Description {
  const { payer } = payment;
  const marks = new Set<NoiseKind>();
  const habit = payment.items.length === 0 || random.chance(noise.missingReference) ? 'none' : payer.habit;
  if (payment.items.length > 0 && habit !== payer.habit && !namesNothing.includes(payer.habit)) marks.add('missingReference');
  const wrong = random.chance(noise.wrongReference);
  const { text, structuredReference, endToEndId } = cite(habit, wrong ? [other] : payment.items, random);
  if (wrong && (text ?? structuredReference ?? endToEndId) !== null) marks.add('wrongReference');
  const slipped = spoil(text, noise, marks, random);
  const full = sentence(payment, slipped, { noise, earlier, marks, random });
  const isCut = random.chance(noise.cutText);
  const cut = isCut ? full.slice(0, random.int(24, 40)).trimEnd() : full;
  if (cut.length < full.length) marks.add('cutText');
  const broken = random.chance(noise.lineBreak) && slipped !== null;
  const lines = broken ? breakInside(cut, slipped, random) : splitLong(cut);
  if (broken && lines.length > 1 && cut.includes(slipped)) marks.add('lineBreak');
  const named = slipped !== null && (cut.includes(slipped) || payment.items.some((item) => names(cut, item)));
  const { onBehalf, ...party } = payerOf(payer, payment.day, noise, marks, random);
  return {
    ...party,
    endToEndId: endToEndId ?? (random.chance(0.4) ? `E2E${random.digits(9)}` : null),
    remittanceLines: onBehalf === null ? lines : splitLong([...lines, onBehalf].join(' ')),
    structuredReference,
    unreferenced: wrong || (!named && structuredReference === null && endToEndId === null),
    noise: [...marks],
  };
}

/** Whether a text holds the end of an item's number, or its order number. */
function names(text: string, { number, orderReference }: WorldInvoice): boolean {
  return text.includes(tail(number)) || (orderReference !== null && text.includes(orderReference));
}

/** The reference as it was mistyped. Kinds that came later draw from streams of their own, so that worlds without them stay as they were. */
function spoil(reference: string | null, noise: Noise, marks: Set<NoiseKind>, random: Random): string | null {
  if (reference === null) return null;
  const ways = [
    ['digitSlip', random, slipDigit],
    ['changedPrefix', random.fork('changedPrefix'), changePrefix],
    ['letterForDigit', random.fork('letterForDigit'), letterForDigit],
  ] as const;
  let text = reference;
  for (const [kind, draws, change] of ways) {
    if (!draws.chance(noise[kind])) continue;
    const changed = change(text, draws);
    if (changed !== text) marks.add(kind);
    text = changed;
  }
  return text;
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

type Party = Pick<Description, 'counterpartyName' | 'counterpartyIban'> & { readonly onBehalf: string | null };

function payerOf(payer: Profile, day: number, noise: Noise, marks: Set<NoiseKind>, random: Random): Party {
  const { customer } = payer;
  if (payer.hasTwin) marks.add('nearTwins');
  if (!payer.showsIban) marks.add('hiddenIban');
  if (random.chance(noise.otherPayer)) {
    marks.add('otherPayer');
    const parent = `HOLDING ${random.pick(words[customer.language].surnames)}`;
    const name = random.chance(0.5) ? personName(customer.language, random) : random.pick(['FACTOFRANCE', 'BNP PARIBAS FACTOR', parent]);
    const says = random.fork('onBehalf').chance(noise.onBehalf);
    if (says) marks.add('onBehalf');
    const counterpartyIban = payer.showsIban ? iban(customer.country, random) : null;
    return { counterpartyName: bankName(name, inCapitals, []), counterpartyIban, onBehalf: says ? `P/C ${bankName(customer.name, inCapitals, [])}` : null };
  }
  const name = bankName(customer.name, payer.bankName, words[customer.language].legalForms);
  const misspelt = random.chance(noise.misspeltName) ? misspell(name, random) : name;
  if (misspelt !== name) marks.add('misspeltName');
  if (payer.bankName.cutAt !== null && name.length >= payer.bankName.cutAt - 1) marks.add('cutName');
  if (payer.showsIban && day >= payer.changesBankOn) marks.add('changedBank');
  return { counterpartyName: misspelt, counterpartyIban: payer.showsIban ? payer.ibans[day >= payer.changesBankOn ? 1 : 0] : null, onBehalf: null };
}
