import { isDate, type CalendarDate } from '@lettrage/calendar';
import { isCurrency, minorUnits, MoneyError, parseDecimal, type Money } from '@lettrage/money';
import { saidOfMoney, type Sentence } from '@lettrage/sentences';
import { type CompanyFaultCode } from './catalogue.js';
import { type CompanyFile, CompanyFileFault, nameOf } from './company-file.js';
import { textLines } from './text-chunks.js';
import { say } from './company-sentences.js';

export const differenceKinds = ['bank_fee', 'discount', 'deduction', 'rounding', 'overpayment', 'duplicate_payment', 'on_account'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A credit of the past as people settled it. Without allocations it paid no invoice. */
export interface HistoricCredit {
  readonly reference: string | null;
  readonly bookingDate: CalendarDate;
  readonly amount: Money;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  /** Null where the bank says NOTPROVIDED, which is no id. */
  readonly endToEndId: string | null;
  readonly remittance: string;
  readonly structuredReferences: readonly string[];
  readonly customerId: string | null;
  readonly allocations: readonly HistoricAllocation[];
  /** Allocated minus received: positive for what the payer or the bank kept. */
  readonly difference: { readonly kind: DifferenceKind; readonly amountMinor: bigint } | null;
}

/** What closed on one item, in minor units of the credit's currency; negative on a credit note. */
export interface HistoricAllocation {
  readonly invoice: string;
  readonly amountMinor: bigint;
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
}

/** Streams `history.jsonl`, one credit a line; a bad line is refused. Customers and invoices need not exist any more. */
export async function* readHistory(file: CompanyFile): AsyncGenerator<HistoricCredit> {
  const path = nameOf(file);
  for await (const { line, text } of textLines(file)) {
    if (text.trim() === '') continue;
    yield toCredit(new JsonObject(path, line, '', parsed(path, line, text)));
  }
}

function toCredit(row: JsonObject): HistoricCredit {
  const currency = row.currency('currency');
  const endToEndId = row.optional('end_to_end_id');
  const difference = row.child('difference');
  return {
    reference: row.optional('reference'),
    bookingDate: row.date('booking_date'),
    amount: { minor: row.amount('amount', currency), currency },
    counterpartyName: row.optional('counterparty_name'),
    counterpartyIban: row.optional('counterparty_iban')?.replaceAll(/\s/g, '').toUpperCase() ?? null,
    endToEndId: endToEndId === 'NOTPROVIDED' ? null : endToEndId,
    remittance: row.optional('remittance') ?? '',
    structuredReferences: row.texts('structured_references'),
    customerId: row.optional('customer_id'),
    allocations: row.children('allocations').map((allocation) => ({
      invoice: allocation.required('invoice'),
      amountMinor: allocation.amount('amount', currency),
      issueDate: allocation.date('issue_date'),
      dueDate: allocation.date('due_date'),
    })),
    difference: difference && { kind: difference.oneOf('kind', differenceKinds), amountMinor: difference.amount('amount', currency) },
  };
}

function parsed(path: string, line: number, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CompanyFileFault('not_json', path, { line }, say('company_not_json', { quoted: (error as Error).message }), 'write one JSON object a line', text);
  }
  if (!isObject(value)) throw new CompanyFileFault('not_json', path, { line }, say('company_no_object'), 'write one JSON object a line', text);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a field as what it must be, or refuses with file, line, field, what is wrong and what to do. */
class JsonObject {
  constructor(
    private readonly path: string,
    private readonly line: number,
    private readonly prefix: string,
    private readonly value: Record<string, unknown>,
  ) {}

  /** A text that may be missing, null or empty: then null. */
  optional(field: string): string | null {
    const value = this.value[field];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') return this.refuse('type_wrong', field, say('company_no_text', { quoted: shown(value) }), 'write it in quotes');
    return value.trim() || null;
  }

  required(field: string): string {
    return this.optional(field) ?? this.refuse('value_missing', field, say('company_value_missing'), 'give it a value');
  }

  date(field: string): CalendarDate {
    const text = this.required(field);
    return isDate(text) ? text : this.refuse('date_invalid', field, say('company_date', { quoted: shown(text) }), 'write it as YYYY-MM-DD');
  }

  currency(field: string): string {
    const text = this.required(field);
    return isCurrency(text) ? text : this.refuse('currency_invalid', field, say('company_currency', { quoted: shown(text) }), 'use the ISO 4217 code in capitals, such as EUR');
  }

  amount(field: string, currency: string): bigint {
    const text = this.required(field);
    try {
      return parseDecimal(text, minorUnits(currency));
    } catch (error) {
      if (!(error instanceof MoneyError)) throw error;
      return this.refuse('amount_invalid', field, saidOfMoney(error), 'write a plain decimal in quotes, such as "1234.50"');
    }
  }

  oneOf<T extends string>(field: string, choices: readonly T[]): T {
    const text = this.required(field);
    return choices.find((choice) => choice === text) ?? this.refuse('choice_unknown', field, say('company_choice', { quoted: shown(text), choices: choices.join(', ') }), 'use one of them');
  }

  texts(field: string): string[] {
    const value = this.value[field] ?? [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    return this.refuse('type_wrong', field, say('company_no_texts', { quoted: shown(value) }), 'write a list such as ["RF18539007547034"]');
  }

  child(field: string): JsonObject | null {
    const value = this.value[field] ?? null;
    if (value === null) return null;
    return isObject(value) ? this.within(field, value) : this.refuse('type_wrong', field, say('company_not_one_object', { quoted: shown(value) }), 'write an object or null');
  }

  children(field: string): JsonObject[] {
    const value = this.value[field] ?? [];
    if (!Array.isArray(value)) return this.refuse('type_wrong', field, say('company_no_list', { quoted: shown(value) }), 'write a list of objects');
    return value.map((item, index) => (isObject(item) ? this.within(`${field}[${index}]`, item) : this.refuse('type_wrong', `${field}[${index}]`, say('company_item_no_object'), 'write an object')));
  }

  private within(field: string, value: Record<string, unknown>): JsonObject {
    return new JsonObject(this.path, this.line, `${this.prefix}${field}.`, value);
  }

  private refuse(code: CompanyFaultCode, field: string, what: Sentence, remedy: string): never {
    throw new CompanyFileFault(code, this.path, { line: this.line, field: `${this.prefix}${field}` }, what, remedy, this.value[field] === undefined ? '' : shown(this.value[field]));
  }
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 60);
}
