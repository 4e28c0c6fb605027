import { minorOf, noAmount } from './amount';
import { doubleBlank, firstBytes, isCapital, isFigure, isSame } from './bytes';
import { beginRows, cellCount, cells, endOf, hasWide, isEmpty, isGivenIn, scanRow, setDelimiter, startOf } from './cells';
import * as columns from './columns';
import { isGiven } from './given';
import { beginFrame, dateOf, endFrame, isBalance, settle, takeReferences } from './host';
import { identify } from './identity';
import * as label from './label';
import * as rows from './rows';
import { digestHeld } from './sha256';
import { pairs, remarkPair } from './words';

export { bookingDate, valueDate, amount, debit, credit, balance, currency, status, reference, party, partyAccount, account, code, labels, others, width, decimalSign, debitIsSigned, isUtf8 } from './columns';
export { texts, minor, balances, digests, occurrences, bookingDates, valueDates, rowStarts, mostInput, input, mostRows } from './rows';
export { wordIndex, words, pairs, transfers, longestMark } from './words';
export { accountLength, currencyLength, currencyText, identity, dateOfFrame } from './identity';
export { letters, lineDecimals, lines, linesEnd, partCount, parts, writeLines } from './lines';
export { cells, cellCount, setDelimiter };

/** Rows that were read and not yet given out. */
export let count: i32 = 0;
/** Whether it is known what the rows have in common. */
export let isInFrame: bool = false;
export let decimals: i32 = 0;
export let credits: i64 = 0;
export let debits: i64 = 0;

/** The cells that tell the frame of the rows, one behind the other, and where each ends. */
const frameBytes = 1024;
const frame = memory.data(frameBytes);

/**
 * Reads the rows between the places, of which the first begins at `from`, and the last ends at `to`; answers where the first row begins that it leaves.
 */
export function read(from: usize, to: usize): usize {
  let held: usize = 0;
  let isWide = false;
  let at = from;
  beginRows(from);
  while (count < rows.mostRows && at < to) {
    const next = scanRow(at);
    if (next == 0 || next - at > rows.longestRow) break;
    const booked = bookedOn();
    if (booked == 0) break;
    // A row by itself, so the one before it is complete.
    if (held != 0) commit(held, isWide);
    else if (!settle()) break;
    held = 0;
    if (!takeTexts(booked)) break;
    if (!isFramed() && !begin()) break;
    if (!takeAmounts()) {
      // An amount that is not plain may name a currency that the rows after it do not.
      isInFrame = false;
      break;
    }
    isWide = hasWide;
    held = at;
    at = next;
  }
  give();
  return held != 0 ? held : at;
}

const lastBooked = memory.data(32);
const lastValued = memory.data(32);

/** Forgets the dates of the rows above: those of another file may be in another order. */
export function forgetDates(): void {
  memory.fill(lastBooked, 0, 32);
  memory.fill(lastValued, 0, 32);
}

/** The date of a cell. Rows come by the day, so it is first held against the one above: sixteen bytes, the length, and the date. */
function dateIn(column: i32, last: usize): u32 {
  const from = startOf(column);
  const length = endOf(column) - from;
  if (length > 16) return dateOf(from, from + length);
  const text = firstBytes(from, length);
  if (length == load<u32>(last, 16) && !v128.any_true(v128.xor(text, v128.load(last)))) return load<u32>(last, 20);
  const date = dateOf(from, from + length);
  v128.store(last, text);
  store<u32>(last, <u32>length, 16);
  store<u32>(last, date, 20);
  return date;
}

/** The date of a row that has the cells of its header and an amount, which no part of another row has; 0 for any other. */
function bookedOn(): u32 {
  return cellCount == columns.width && hasAmount() && !isEmpty(columns.bookingDate) ? dateIn(columns.bookingDate, lastBooked) : 0;
}

function hasAmount(): bool {
  return columns.amount >= 0 ? !isEmpty(columns.amount) : isGivenIn(columns.debit) != isGivenIn(columns.credit);
}

/** Everything but the money; false for a row that has something which is not read here. */
function takeTexts(booked: u32): bool {
  if (hasWide && !columns.isUtf8) return false;
  for (let at = columns.others; load<i32>(at) >= 0; at += 4) if (!isEmpty(load<i32>(at))) return false;
  const hasParty = isGivenIn(columns.party);
  if (!hasParty && mayBeRemark()) return false;
  const valued = isGivenIn(columns.valueDate) ? dateIn(columns.valueDate, lastValued) : 0;
  if (valued == 0 && isGivenIn(columns.valueDate)) return false;
  store<u32>(rows.bookingDates + (<usize>count << 2), booked);
  store<u32>(rows.valueDates + (<usize>count << 2), valued);
  if (!takeLabel()) return false;
  const texts = rows.textsOf(count);
  const isOwn = columns.reference >= 0 && isGiven(startOf(columns.reference), endOf(columns.reference));
  if (isOwn) rows.put(texts + rows.ownReference, startOf(columns.reference), endOf(columns.reference));
  else rows.put(texts + rows.ownReference, label.referenceAt, label.referenceEnd);
  rows.put(texts + rows.further, isOwn ? label.referenceAt : 0, label.referenceEnd);
  rows.put(texts + rows.remittance, label.remittanceAt, label.remittanceEnd);
  rows.put(texts + rows.endToEndId, label.endToEndAt, label.endToEndEnd);
  rows.put(texts + rows.mandateId, label.mandateAt, label.mandateEnd);
  if (!isGivenIn(columns.code)) rows.put(texts + rows.bankTransactionCode, 0, 0);
  else if (doubleBlank(startOf(columns.code), endOf(columns.code)) != 0) return false;
  else rows.put(texts + rows.bankTransactionCode, startOf(columns.code), endOf(columns.code));
  return takeParty(texts, hasParty);
}

/** Whether a cell may be a remark about a balance, which stands in a row like a transaction. */
function mayBeRemark(): bool {
  for (let cell = 0; cell < cellCount; cell++) {
    const from = startOf(cell);
    const to = endOf(cell);
    if (to - from < 5) continue;
    const letters = load<u8>(from) == 35 ? from + 1 : from;
    const pair = (<usize>(load<u8>(letters) | 32) << 8) | (load<u8>(letters, 1) | 32);
    if (load<u8>(pairs + pair) & remarkPair && isBalance(from, to)) return true;
  }
  return false;
}

function takeLabel(): bool {
  let only = -1;
  for (let at = columns.labels; load<i32>(at) >= 0; at += 4) {
    if (isEmpty(load<i32>(at))) continue;
    if (only >= 0) return false;
    only = load<i32>(at);
  }
  if (!(only < 0 ? label.readLabel(rows.input, rows.input) : label.readLabel(startOf(only), endOf(only)))) return false;
  const references = label.mayRefer ? takeReferences(count, label.referenceAt, label.referenceEnd, label.remittanceAt, label.remittanceEnd) : 0;
  store<u8>(rows.hasReferences + <usize>count, <u8>references);
  if (references == 2) label.dropReference();
  return true;
}

/** `readParty` for a name that is no account, and an account that is an IBAN as machines write it. */
function takeParty(texts: usize, hasParty: bool): bool {
  const hasAccount = isGivenIn(columns.partyAccount);
  const account = hasAccount ? startOf(columns.partyAccount) : 0;
  const accountEnd = hasAccount ? endOf(columns.partyAccount) : 0;
  if (hasAccount && !isIban(account, accountEnd)) return false;
  rows.put(texts + rows.counterpartyIban, account, accountEnd);
  rows.put(texts + rows.counterpartyName, label.nameAt, label.nameEnd);
  if (!hasParty) return true;
  const name = startOf(columns.party);
  const nameEnd = endOf(columns.party);
  if (!isName(name, nameEnd) || doubleBlank(name, nameEnd) != 0) return false;
  if (isGiven(name, nameEnd)) rows.put(texts + rows.counterpartyName, name, nameEnd);
  return true;
}

function isIban(from: usize, to: usize): bool {
  if (to - from < 12 || to - from > 34 || !isCapital(load<u8>(from)) || !isCapital(load<u8>(from, 1)) || !isFigure(load<u8>(from, 2)) || !isFigure(load<u8>(from, 3))) return false;
  for (let at = from + 4; at < to; at++) if (!isCapital(load<u8>(at)) && !isFigure(load<u8>(at))) return false;
  return true;
}

/** Certainly no account, no text behind the name, and no guard before it. */
function isName(from: usize, to: usize): bool {
  let figures = 0;
  for (let at = from; at < to; at++) {
    const code = load<u8>(at);
    if (code == 59) return false;
    if (at < from + 8 && isFigure(code)) figures++;
  }
  return figures < 2 && load<u8>(from) != 39;
}

/** Whether the cells that tell account, currency and status are those of the rows above: their cells are the same in nearly all rows. */
function isFramed(): bool {
  if (!isInFrame) return false;
  let at = frame;
  at = sameAsFrame(columns.account, at);
  if (at != 0) at = sameAsFrame(columns.currency, at);
  return at != 0 && sameAsFrame(columns.status, at) != 0;
}

/** Where the next cell of the frame stands, 0 if this one is another. */
function sameAsFrame(column: i32, at: usize): usize {
  if (column < 0) return at;
  const from = startOf(column);
  const length = endOf(column) - from;
  return length == load<u16>(at) && isSame(from, at + 2, length) ? at + 2 + length : 0;
}

function begin(): bool {
  isInFrame = false;
  give();
  if (!beginFrame()) return false;
  let at = keep(columns.account, frame);
  if (at != 0) at = keep(columns.currency, at);
  if (at != 0) at = keep(columns.status, at);
  isInFrame = at != 0;
  return isInFrame;
}

/** Where the next cell of the frame will stand, 0 if there is no room for this one. */
function keep(column: i32, at: usize): usize {
  if (column < 0) return at;
  const length = endOf(column) - startOf(column);
  if (at + 2 + length > frame + frameBytes) return 0;
  store<u16>(at, <u16>length);
  memory.copy(at + 2, startOf(column), length);
  return at + 2 + length;
}

function takeAmounts(): bool {
  const isDebit = columns.amount < 0 && isGivenIn(columns.debit);
  const value = amountIn(columns.amount >= 0 ? columns.amount : isDebit ? columns.debit : columns.credit);
  if (value == noAmount) return false;
  store<i64>(rows.minor + (<usize>count << 3), isDebit && !columns.debitIsSigned ? -value : value);
  if (columns.balance < 0) return true;
  const balance = isEmpty(columns.balance) ? noAmount : amountIn(columns.balance);
  store<i64>(rows.balances + (<usize>count << 3), balance);
  return balance != noAmount || isEmpty(columns.balance);
}

function amountIn(column: i32): i64 {
  return minorOf(startOf(column), endOf(column), <u8>columns.decimalSign, decimals);
}

/** The row that was taken last, which begins at `from`, counts. */
function commit(from: usize, isWide: bool): void {
  const value = load<i64>(rows.minor + (<usize>count << 3));
  if (value < 0) debits -= value;
  else credits += value;
  store<usize>(rows.rowStarts + (<usize>count << 2), from);
  identify(count, isWide);
  count++;
}

/** The rows so far are all of one frame. */
function give(): void {
  digestHeld();
  endFrame();
}
