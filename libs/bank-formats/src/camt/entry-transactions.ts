import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import type { BatchPlace } from '../batch-place.js';
import type { Fingerprinter } from '../fingerprint.js';
import { limits } from '../limits.js';
import type { BankTransaction, EntryStatus, ReferredDocument } from '../statement.js';
import { plainText } from '../text.js';
import { Details, type Entry, type Movement } from './movement.js';
import { chargesOf, type Part, splitEntry } from './split-entry.js';

export interface EntryContext {
  readonly account: string | null;
  readonly statement: number;
  readonly bookingDate: CalendarDate;
  readonly status: EntryStatus;
  /** Which entry of its statement, from 1. */
  readonly entry: number;
  readonly fingerprinter: Fingerprinter;
}

export interface EntryTransactions {
  readonly transactions: readonly BankTransaction[];
  /** Why a batch was not taken apart, or null. */
  readonly keptWhole: Sentence | null;
}

const empty = new Details();
const none: readonly never[] = [];

/** The transactions of one entry: one for each of its details where these add up, else one for the whole. */
export function entryTransactions(entry: Entry, amount: Money, context: EntryContext): EntryTransactions {
  const split = splitEntry(entry, amount.minor, amount.currency);
  if (split.parts) return { transactions: split.parts.map((part) => transactionOf(entry, part, amount.currency, context)), keptWhole: null };
  const whole: Part = { minor: amount.minor, details: merged(entry.details), charges: chargesOf(entry, null), chargesOnly: false, isWhole: true };
  return { transactions: [transactionOf(entry, whole, amount.currency, context)], keptWhole: split.keptWhole };
}

function transactionOf(entry: Entry, part: Part, currency: string, context: EntryContext): BankTransaction {
  const details = part.details ?? empty;
  const { bookingDate, account, status, statement } = context;
  const amount = { minor: part.minor, currency };
  const reference = details.reference ?? entry.reference ?? entry.entryReference;
  const party = part.chargesOnly ? { name: null, iban: null } : counterparty(details, entry, account);
  const remittance = remittanceOf(details, entry, part.isWhole);
  return {
    reference,
    fingerprint: context.fingerprinter.next({ account, bookingDate, amount, reference, counterpartyName: party.name, remittance }),
    account,
    bookingDate,
    valueDate: entry.valueDate,
    amount,
    originalAmount: part.chargesOnly ? null : originalAmount(details, entry, amount),
    exchangeRate: part.chargesOnly ? null : (details.exchange ?? entry.exchange),
    purpose: details.purpose,
    counterpartyName: party.name,
    counterpartyIban: party.iban,
    ultimateDebtorName: details.ultimateDebtor,
    ultimateCreditorName: details.ultimateCreditor,
    remittance,
    structuredReferences: details.structuredReferences ?? none,
    documents: details.documents ?? none,
    endToEndId: details.endToEndId,
    mandateId: details.mandateId,
    bankTransactionCode: part.chargesOnly ? null : (codeOf(details) ?? codeOf(entry)),
    reversal: entry.reversal,
    returnReason: details.returnReason,
    status,
    charges: part.charges,
    statement,
    batch: entry.batchCount > 1 || entry.details.length > 1 ? batchPlace(entry, part, context) : null,
  };
}

function batchPlace(entry: Entry, part: Part, context: EntryContext): BatchPlace {
  return { entry: context.entry, reference: entry.reference ?? entry.entryReference, ids: entry.batchIds ?? none, payments: entry.batchCount, whole: part.isWhole };
}

/**
 * The debtor of a credit, the creditor of a debit. A return or reversal keeps the roles of the payment that it undoes, so
 * there the one that is not the account's owner is meant.
 */
function counterparty(details: Details, entry: Entry, account: string | null): { name: string | null; iban: string | null } {
  const debtor = { name: details.debtorName ?? details.ultimateDebtor ?? details.debtorAccountName, iban: details.debtorIban };
  const creditor = { name: details.creditorName ?? details.ultimateCreditor ?? details.creditorAccountName, iban: details.creditorIban };
  const [usual, other] = (details.direction ?? entry.direction) === 'CRDT' ? [debtor, creditor] : [creditor, debtor];
  const isOwn = usual.iban !== null && usual.iban === account;
  const undoes = entry.reversal || details.returnReason !== null;
  const otherIsUsable = (other.name !== null || other.iban !== null) && (other.iban === null || other.iban !== account);
  return (isOwn || (undoes && usual.name === null && usual.iban === null)) && otherIsUsable ? other : usual;
}

function remittanceOf(details: Details, entry: Entry, isWhole: boolean): string {
  // References are broken across Ustrd lines of 140 or 35 characters, so nothing is put between them.
  const text = details.additional === '' ? details.unstructured : `${details.unstructured} ${details.additional}`;
  // The text of the entry describes a batch, not one of its details.
  const chosen = text !== '' ? text : (details.text ?? (isWhole ? entry.text : null) ?? '');
  return plainText(chosen).slice(0, limits.remittanceChars);
}

function originalAmount(details: Details, entry: Entry, booked: Money): Money | null {
  for (const candidate of [details.instructedAmount, details.amount, details.transactionAmount, details.counterValue, entry.instructedAmount, entry.transactionAmount, entry.counterValue]) {
    if (candidate && candidate.currency !== booked.currency) return booked.minor < 0n ? { minor: -candidate.minor, currency: candidate.currency } : candidate;
  }
  return null;
}

function codeOf({ domain, family, subFamily, proprietaryCode }: Movement): string | null {
  if (domain === null) return proprietaryCode;
  return domain + (family === null ? '' : `/${family}`) + (subFamily === null ? '' : `/${subFamily}`);
}

/** The details of a batch that stays whole: all references and texts, and the counterparty if it is the same in all. */
function merged(all: readonly Details[]): Details {
  const whole = new Details();
  const first = all[0] ?? empty;
  const same = <K extends keyof Details>(key: K): boolean => all.every((details) => details[key] === first[key]);
  for (const key of ['debtorName', 'debtorIban', 'debtorAccountName', 'ultimateDebtor', 'creditorName', 'creditorIban', 'creditorAccountName', 'ultimateCreditor', 'endToEndId', 'mandateId', 'purpose', 'returnReason'] as const) {
    if (same(key)) whole[key] = first[key];
  }
  const texts: string[] = [];
  const references: string[] = [];
  const documents: ReferredDocument[] = [];
  let length = 0;
  for (const details of all) {
    if (length > limits.remittanceChars || references.length > limits.referencesOfTransaction) break;
    const text = plainText(`${details.unstructured} ${details.additional}`) || (details.text ?? '');
    if (text !== '') texts.push(text);
    length += text.length;
    references.push(...(details.structuredReferences ?? none));
    documents.push(...(details.documents ?? none));
  }
  whole.unstructured = texts.join(' ');
  whole.structuredReferences = [...new Set(references)];
  whole.documents = documents;
  return whole;
}
