import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import { readCreditorReference } from '@lettrage/references';
import { limits } from '../limits.js';
import type { ReferredDocument } from '../statement.js';
import { givenId, ibanOf } from '../text.js';
import { At } from './camt-paths.js';
import type { Details } from './movement.js';

/** Reads values of the file, and refuses it where they are none. */
export interface Values {
  /** Null for what is in no currency. */
  money(text: string): Money | null;
  date(text: string): CalendarDate;
}

interface Document {
  type: string | null;
  number: string | null;
  date: CalendarDate | null;
}

/** The transaction details of one TxDtls, text by text; one structured remittance (Strd) is collected at a time. */
export class DetailsText {
  private documents: Document[] = [];
  private document: Document | null = null;
  private documentsDate: CalendarDate | null = null;
  private remitted: Money | null = null;
  private due: Money | null = null;
  private creditNote: Money | null = null;
  private amountType = '';

  constructor(private readonly values: Values) {}

  read(details: Details, action: At, value: string): void {
    switch (action) {
      case At.EndToEndId: details.endToEndId = givenId(value); break;
      case At.MandateId: details.mandateId = givenId(value); break;
      case At.Purpose: details.purpose = value; break;
      case At.DebtorName: details.debtorName = givenId(value); break;
      case At.DebtorIban: details.debtorIban = ibanOf(value); break;
      case At.DebtorAccount: details.debtorIban ??= ibanOf(value); break;
      case At.DebtorAccountName: details.debtorAccountName = givenId(value); break;
      case At.UltimateDebtor: details.ultimateDebtor = givenId(value); break;
      case At.CreditorName: details.creditorName = givenId(value); break;
      case At.CreditorIban: details.creditorIban = ibanOf(value); break;
      case At.CreditorAccount: details.creditorIban ??= ibanOf(value); break;
      case At.CreditorAccountName: details.creditorAccountName = givenId(value); break;
      case At.UltimateCreditor: details.ultimateCreditor = givenId(value); break;
      case At.Unstructured: if (details.unstructured.length < limits.remittanceChars) details.unstructured += value; break;
      case At.AdditionalRemittance: if (details.additional.length < limits.remittanceChars) details.additional += details.additional === '' ? value : ` ${value}`; break;
      case At.CreditorReference: addReference(details, value); break;
      case At.ReturnReason: details.returnReason = value; break;
      case At.DetailsText: details.text = value; break;
      default: this.readDocument(details, action, value);
    }
  }

  enterDocument(): void {
    this.document = { type: null, number: null, date: null };
    if (this.documents.length < limits.referencesOfTransaction) this.documents.push(this.document);
  }

  private readDocument(details: Details, action: At, value: string): void {
    const { document } = this;
    switch (action) {
      case At.DocumentType: if (document) document.type = value; break;
      case At.DocumentDate: if (document) document.date = this.values.date(value); break;
      case At.DocumentNumber:
        if (givenId(value) === null) break;
        if (document) document.number = value;
        addReference(details, value);
        break;
      case At.DocumentsDate: this.documentsDate = this.values.date(value); break;
      case At.RemittedAmount: this.remitted = this.values.money(value); break;
      case At.DueAmount: this.due = this.values.money(value); break;
      case At.CreditNoteAmount: this.creditNote = this.values.money(value); break;
      case At.AmountType: this.amountType = value.toUpperCase(); break;
      case At.TypedAmount: this.typedAmount(this.values.money(value)); break;
      default: break;
    }
  }

  /** Codes of an external list (V12): what is remitted, due, or credited; discounts and taxes are none of it. */
  private typedAmount(amount: Money | null): void {
    const type = this.amountType;
    this.amountType = '';
    if (type === '' || /^RE?M/.test(type)) this.remitted = amount;
    else if (/^(?:DU|DP)/.test(type)) this.due = amount;
    else if (/^(?:CR|CDN|CN)/.test(type)) this.creditNote = amount;
  }

  /** The structured remittance is at its end. Its amount is that of its document, if it has one alone. */
  leaveStructured(details: Details): void {
    const numbered = this.documents.filter((document): document is Document & { number: string } => document.number !== null);
    const amount = numbered.length === 1 ? (this.remitted ?? this.due ?? this.creditNote) : null;
    for (const { type, number, date } of numbered) {
      const all: ReferredDocument[] = (details.documents ??= []);
      if (all.length < limits.referencesOfTransaction) all.push({ type, number, date: date ?? this.documentsDate, amount });
    }
    if (this.documents.length > 0) this.documents = [];
    this.document = this.documentsDate = this.remitted = this.due = this.creditNote = null;
  }
}

function addReference(details: Details, value: string): void {
  const references = (details.structuredReferences ??= []);
  if (references.length >= limits.referencesOfTransaction) return;
  const reference = normalReference(value);
  if (!references.includes(reference)) references.push(reference);
}

/** The normal form where the check digits hold, else what the file says. */
function normalReference(text: string): string {
  return readCreditorReference(text)?.value ?? text;
}
