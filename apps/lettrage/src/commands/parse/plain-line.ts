import { digestBytes, plainText, plainTexts, type PlainEvent } from '@lettrage/bank-formats';
import { formatMoney, minorUnits } from '@lettrage/money';

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const reference = bytesOf('{"reference":');
const fingerprint = bytesOf(',"fingerprint":"');
const iban = bytesOf(',"counterparty_iban":');
const noIban = bytesOf(',"counterparty_iban":null,"remittance":"');
const remittance = bytesOf(',"remittance":"');
const noReferences = bytesOf('","structured_references":[]');
const endToEnd = bytesOf(',"end_to_end_id":');
const mandate = bytesOf(',"mandate_id":');
const code = bytesOf(',"bank_transaction_code":');
const nothing = bytesOf('null');
const noStructured: readonly string[] = [];
const quote = 34;
const point = 46;
const space = 32;
const zero = 48;
const hex = bytesOf('0123456789abcdef');
/** What a line has besides the texts of its row and of its account, at most. */
const fixedBytes = 2048;

/**
 * The JSON lines of plain rows, straight from the bytes of the file into those of the output: the same that `TransactionLines` makes of the same
 * transactions.
 */
export class PlainLines {
  private account: string | null | undefined;
  private currency = '';
  private decimals = 0;
  private statement = -1;
  private bookingDate = 0;
  private valueDate = 0;
  /** From behind the fingerprint to the amount. */
  private dated: Uint8Array = nothing;
  private afterAmount: Uint8Array = nothing;
  private end: Uint8Array = nothing;
  /** The end of a line that has no more references. */
  private plainEnd: Uint8Array = nothing;

  constructor(private readonly statementsBefore: number) {}

  /** Bytes that a line may need; to be asked for before the lines of the event are written. */
  begin({ rows, account, currency, statement }: PlainEvent): number {
    if (account !== this.account || currency !== this.currency || statement !== this.statement) {
      Object.assign(this, { account, currency, statement, bookingDate: 0, decimals: minorUnits(currency) });
      this.afterAmount = bytesOf(`","currency":"${currency}","original_amount":null,"original_currency":null,"counterparty_name":`);
      const end = `,"reversal":false,"return_reason":null,"status":"booked","charges":[],"statement":${this.statementsBefore + statement}}\n`;
      this.end = bytesOf(end);
      this.plainEnd = bytesOf(`","structured_references":[],"end_to_end_id":null,"mandate_id":null,"bank_transaction_code":null${end}`);
    }
    // Creditor references are given out besides the text that they stand in.
    return fixedBytes + 2 * rows.longestRow + 6 * (account?.length ?? 0);
  }

  /** Writes the line of a row, and answers where it ends. */
  write({ rows }: PlainEvent, row: number, into: Uint8Array, start: number): number {
    const { bytes, ranges } = rows;
    const first = row * plainTexts;
    if (rows.bookingDates[row] !== this.bookingDate || rows.valueDates[row] !== this.valueDate) this.date(rows, row);
    let at = text(bytes, ranges, first + plainText.reference, into, copy(reference, into, start));
    at = this.fingerprint(rows, row, into, copy(fingerprint, into, at));
    into.set(this.dated, at);
    at = this.amount(Number(rows.minor[row]!), into, at + this.dated.length);
    into.set(this.afterAmount, at);
    at = text(bytes, ranges, first + plainText.counterpartyName, into, at + this.afterAmount.length);
    if (ranges[first + plainText.counterpartyIban]! === 0) at = copy(noIban, into, at);
    else at = copy(remittance, into, text(bytes, ranges, first + plainText.counterpartyIban, into, copy(iban, into, at)));
    at = remittanceOf(bytes, ranges, first, into, at);
    const structured = rows.structured.get(row) ?? noStructured;
    if (structured.length === 0 && ranges[first + plainText.endToEndId]! === 0 && ranges[first + plainText.mandateId]! === 0 && ranges[first + plainText.bankTransactionCode]! === 0) {
      into.set(this.plainEnd, at);
      return at + this.plainEnd.length;
    }
    if (structured.length === 0) at = copy(noReferences, into, at);
    else at += encoder.encodeInto(`","structured_references":${JSON.stringify(structured)}`, into.subarray(at)).written;
    at = text(bytes, ranges, first + plainText.endToEndId, into, copy(endToEnd, into, at));
    at = text(bytes, ranges, first + plainText.mandateId, into, copy(mandate, into, at));
    at = text(bytes, ranges, first + plainText.bankTransactionCode, into, copy(code, into, at));
    into.set(this.end, at);
    return at + this.end.length;
  }

  private date({ bookingDates, valueDates, dates }: PlainEvent['rows'], row: number): void {
    this.bookingDate = bookingDates[row]!;
    this.valueDate = valueDates[row]!;
    const valueDate = dates.get(this.valueDate);
    const account = this.account === null ? 'null' : JSON.stringify(this.account);
    this.dated = bytesOf(`","account":${account},"booking_date":"${dates.get(this.bookingDate)}","value_date":${valueDate === undefined ? 'null' : `"${valueDate}"`},"amount":"`);
  }

  private fingerprint({ digests, occurrences }: PlainEvent['rows'], row: number, into: Uint8Array, start: number): number {
    let at = start;
    for (let from = row * digestBytes, to = from + digestBytes; from < to; from++) {
      const byte = digests[from]!;
      into[at++] = hex[byte >> 4]!;
      into[at++] = hex[byte & 15]!;
    }
    into[at++] = point;
    return figures(occurrences[row]!, into, at);
  }

  private amount(minor: number, into: Uint8Array, at: number): number {
    // Beyond that the arithmetic below needs more than 32 bits.
    if (this.decimals !== 2 || minor >= 1e9 || minor <= -1e9) return copy(bytesOf(formatMoney({ minor: BigInt(minor), currency: this.currency })), into, at);
    let place = at;
    if (minor < 0) into[place++] = 45;
    const size = Math.abs(minor);
    const whole = (size / 100) | 0;
    const fraction = size - whole * 100;
    place = figures(whole, into, place);
    into[place] = point;
    into[place + 1] = zero + ((fraction / 10) | 0);
    into[place + 2] = zero + (fraction % 10);
    return place + 3;
  }
}

/** The figures of a number below 2^31. */
function figures(value: number, into: Uint8Array, start: number): number {
  let length = 1;
  for (let rest = (value / 10) | 0; rest > 0; rest = (rest / 10) | 0) length++;
  let rest = value;
  for (let at = start + length - 1; at >= start; at--) {
    const tenth = (rest / 10) | 0;
    into[at] = zero + rest - tenth * 10;
    rest = tenth;
  }
  return start + length;
}

/** For a few bytes: a call of the engine's own copying takes longer than the loop. */
function copy(from: Uint8Array, into: Uint8Array, at: number): number {
  for (let i = 0; i < from.length; i++) into[at + i] = from[i]!;
  return at + from.length;
}

function remittanceOf(bytes: Uint8Array, ranges: Uint32Array, first: number, into: Uint8Array, start: number): number {
  let at = start;
  for (let from = ranges[first + plainText.remittance]!, to = ranges[first + plainText.remittance + 1]!; from < to; from++) into[at++] = bytes[from]!;
  const further = ranges[first + plainText.further]!;
  if (further === 0) return at;
  if (at > start) into[at++] = space;
  for (let from = further, to = ranges[first + plainText.further + 1]!; from < to; from++) into[at++] = bytes[from]!;
  return at;
}

/** A text in quotation marks, or null. */
function text(bytes: Uint8Array, ranges: Uint32Array, place: number, into: Uint8Array, start: number): number {
  let from = ranges[place]!;
  if (from === 0) return copy(nothing, into, start);
  let at = start;
  into[at++] = quote;
  for (const to = ranges[place + 1]!; from < to; from++) into[at++] = bytes[from]!;
  into[at++] = quote;
  return at;
}
