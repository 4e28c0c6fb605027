import { copy } from './bytes';
import { digestWide } from './host';
import { bookingDates, counterpartyName, minor, ownReference, remittance, textsOf } from './rows';
import { hold, nextText } from './sha256';

/** The beginning of what a fingerprint is the digest of: account and date, each with a line feed; amount, currency, and reference or text follow. The host puts the account there. */
export const identity = memory.data(4096);
export let accountLength: usize = 0;
/** Line feed, currency, line feed. */
export const currencyText = memory.data(16);
export let currencyLength: usize = 0;
export let dateOfFrame: u32 = 0;

const figures = memory.data(32);
/** Capitals and figures as they are, small letters as capitals, all else 0: `normalised` for ASCII. */
const folded = memory.data(256);
for (let byte: usize = 0; byte < 128; byte++) {
  const isSmall = byte >= 97 && byte <= 122;
  if ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || isSmall) store<u8>(folded + byte, <u8>(isSmall ? byte - 32 : byte));
}

/** Sees to the digest of the row; which occurrence of it the row is, is counted when the row is given out. */
export function identify(row: i32, hasWide: bool): void {
  const date = load<u32>(bookingDates + (<usize>row << 2));
  if (date != dateOfFrame) writeDate(date);
  const text = nextText();
  copy(text, identity, accountLength + 11);
  let at = writeMinor(load<i64>(minor + (<usize>row << 3)), text + accountLength + 11);
  copy(at, currencyText, currencyLength);
  at += currencyLength;
  const texts = textsOf(row);
  const reference = load<usize>(texts, ownReference);
  if (reference != 0) {
    const length = load<usize>(texts, ownReference + 4) - reference;
    copy(at, reference, length);
    at += length;
  } else {
    store<u8>(at++, 126);
    if (hasWide) {
      digestWide(row, text, at);
      return;
    }
    at = fold(load<usize>(texts, counterpartyName), load<usize>(texts, counterpartyName + 4), at);
    at = fold(load<usize>(texts, remittance), load<usize>(texts, remittance + 4), at);
  }
  hold(row, at);
}

function fold(from: usize, to: usize, into: usize): usize {
  let at = into;
  if (from == 0) return at;
  for (; from < to; from++) {
    const code = load<u8>(folded + load<u8>(from));
    store<u8>(at, code);
    at += <usize>(code != 0);
  }
  return at;
}

/** `2026-06-30` and a line feed behind the account. */
function writeDate(date: u32): void {
  dateOfFrame = date;
  const at = identity + accountLength;
  let rest = date;
  for (let i = 9; i >= 0; i--) {
    if (i == 7 || i == 4) store<u8>(at + i, 45);
    else {
      store<u8>(at + i, <u8>(48 + (rest % 10)));
      rest /= 10;
    }
  }
  store<u8>(at, 10, 10);
}

function writeMinor(value: i64, into: usize): usize {
  let at = into;
  if (value < 0) store<u8>(at++, 45);
  let rest = <u64>abs(value);
  let first = figures + 32;
  do {
    const tenth = rest / 10;
    store<u8>(--first, <u8>(48 + rest - tenth * 10));
    rest = tenth;
  } while (rest > 0);
  const length = figures + 32 - first;
  copy(at, first, length);
  return at + length;
}
