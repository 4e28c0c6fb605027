import { endOfMonth, fromEpochDay, toEpochDay } from '@lettrage/calendar';
import { rfReference } from '@lettrage/references';
import { type HomeWords, homeWords } from '../company/home.js';
import { ogmOf, type Profile } from '../company/profile.js';
import type { SettledOptions } from '../options.js';
import { compareText } from '../order.js';
import { Random } from '../random.js';
import type { WorldInvoice } from '../world.js';

interface Draft {
  readonly profile: Profile;
  readonly issueDay: number;
  readonly dueDay: number;
  readonly kind: 'invoice' | 'credit_note';
  readonly totalMinor: bigint;
  readonly orderReference: string | null;
}

/** Prices of the company's list, in minor units; many customers buy the same, so many open items are equal. */
const listPrices = [2990, 3900, 4900, 7900, 9900, 11_960, 14_900, 17_880, 24_900, 29_900, 42_000, 59_880, 96_000, 149_000, 240_000, 480_000];

/** Every invoice and credit note from `firstDay` to `lastDay`, numbered in the order of issue without a gap. */
export function issueInvoices(profiles: readonly Profile[], options: SettledOptions, firstDay: number, lastDay: number, pace: number): WorldInvoice[] {
  const random = new Random(`${options.seed}/invoices`);
  const drafts = profiles.flatMap((profile) => draftsOf(profile, random.fork(profile.customer.id), firstDay, lastDay, pace));
  drafts.sort((a, b) => a.issueDay - b.issueDay || compareText(a.profile.customer.id, b.profile.customer.id));
  const numbering = drawNumbering(homeWords[options.home].prefixes, random.fork('numbering'));
  let invoiceSequence = random.int(100, 4000);
  let creditSequence = random.int(10, 90);
  return drafts.map((draft) => {
    const { profile } = draft;
    const sequence = draft.kind === 'invoice' ? (invoiceSequence += 1) : (creditSequence += 1);
    const issueDate = fromEpochDay(draft.issueDay);
    const number = numbering(draft.kind, issueDate, sequence);
    const structured = draft.kind === 'credit_note' ? null : profile.structured;
    return {
      number,
      customerId: profile.customer.id,
      kind: draft.kind,
      issueDate,
      dueDate: fromEpochDay(draft.dueDay),
      currency: 'EUR',
      totalMinor: draft.totalMinor,
      structuredReference: structured === 'ogm' ? ogmOf(profile.customer.id, sequence) : structured === 'rf' ? rfReference(number) : null,
      orderReference: draft.orderReference,
    };
  });
}

/** How the company numbers: prefix, year or month, a running sequence, credit notes in a series of their own. */
function drawNumbering([invoice, creditNote, shortInvoice, shortCreditNote]: HomeWords['prefixes'], random: Random): (kind: Draft['kind'], issueDate: string, sequence: number) => string {
  const shape = random.weighted({ year: 5, month: 3, plain: 3, slash: 2, digits: 2 });
  return (kind, issueDate, sequence) => {
    const credit = kind === 'credit_note';
    switch (shape) {
      case 'year':
        return `${credit ? creditNote : invoice}${issueDate.slice(0, 4)}-${String(sequence).padStart(5, '0')}`;
      case 'month':
        return `${credit ? shortCreditNote : shortInvoice}${issueDate.slice(2, 4)}${issueDate.slice(5, 7)}-${String(sequence).padStart(4, '0')}`;
      case 'plain':
        return `${credit ? 'CN' : 'INV'}-${String(sequence).padStart(6, '0')}`;
      case 'slash':
        return `${issueDate.slice(0, 4)}/${credit ? shortCreditNote : ''}${String(sequence).padStart(5, '0')}`;
      case 'digits':
        return `${issueDate.slice(0, 4)}${credit ? '9' : '0'}${String(sequence).padStart(6, '0')}`;
    }
  };
}

function draftsOf(profile: Profile, random: Random, firstDay: number, lastDay: number, pace: number): Draft[] {
  const drafts: Draft[] = [];
  const perDay = (profile.invoicesPerMonth * pace) / 30.4;
  const subscription = random.pick(listPrices.slice(0, 11));
  const subscriptionDay = random.int(1, 5);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const weekday = ((day + 3) % 7) + 1;
    if (weekday > 5) continue;
    const chance = profile.pricing === 'subscription' ? subscriptionChance(day, subscriptionDay, perDay) : perDay * 1.4;
    for (let left = chance; left > 0; left -= 1) {
      if (!random.chance(left)) continue;
      drafts.push(draftInvoice(profile, day, BigInt(profile.pricing === 'subscription' ? subscription : drawTotal(profile, random)), random));
    }
    if (drafts.length > 0 && random.chance(perDay * 1.4 * 0.03)) drafts.push(draftCreditNote(profile, day, random.pick(drafts), random));
  }
  return drafts;
}

/** Subscriptions are billed early in the month; a customer with a high pace has several. */
function subscriptionChance(day: number, subscriptionDay: number, perDay: number): number {
  const dayOfMonth = Number(fromEpochDay(day).slice(8));
  return dayOfMonth >= subscriptionDay && dayOfMonth < subscriptionDay + 3 ? (perDay * 30.4) / 2.2 : 0;
}

function drawTotal(profile: Profile, random: Random): number {
  if (profile.pricing === 'list') return random.pick(listPrices) * Number(random.weighted({ 1: 70, 2: 15, 3: 8, 5: 5, 10: 2 }));
  return Math.max(500, Math.min(8_000_000, Math.round(85_000 * Math.exp(1.25 * random.normal()))));
}

function draftInvoice(profile: Profile, day: number, totalMinor: bigint, random: Random): Draft {
  const terms = profile.customer.paymentTermsDays;
  return {
    profile,
    issueDay: day,
    // "45 days end of month" in one of the two readings that French law accepts
    dueDay: terms === 45 ? toEpochDay(endOfMonth(fromEpochDay(day + 45))) : day + terms,
    kind: 'invoice',
    totalMinor,
    orderReference: profile.usesOrders ? `${random.pick(['PO', 'BC', 'CMD', '45'])}${random.digits(6)}` : null,
  };
}

/** A credit note over a part of an invoice of the last weeks, or over all of it. */
function draftCreditNote(profile: Profile, day: number, of: Draft, random: Random): Draft {
  const credited = of.totalMinor > 0n ? of.totalMinor : -of.totalMinor;
  const share = BigInt(random.pick([100, 50, 25, 20, 10]));
  const amount = (credited * share) / 100n;
  return { profile, issueDay: day, dueDay: day, kind: 'credit_note', totalMinor: -(amount > 0n ? amount : credited), orderReference: of.orderReference };
}
