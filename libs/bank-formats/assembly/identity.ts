import { copy } from './bytes';
import { writeDate, writeFigures } from './figures';
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

/** Capitals and figures as they are, small letters as capitals, all else 0: `normalised` for ASCII. */
const folded = memory.data(256);
for (let byte: usize = 0; byte < 128; byte++) {
  const isSmall = byte >= 97 && byte <= 122;
  if ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || isSmall) store<u8>(folded + byte, <u8>(isSmall ? byte - 32 : byte));
}

/** Sees to the digest of the row; which occurrence of it the row is, is counted when the row is given out. */
export function identify(row: i32, hasWide: bool): void {
  const date = load<u32>(bookingDates + (<usize>row << 2));
  if (date != dateOfFrame) {
    dateOfFrame = date;
    store<u8>(writeDate(date, identity + accountLength), 10);
  }
  const text = nextText();
  copy(text, identity, accountLength + 11);
  const value = load<i64>(minor + (<usize>row << 3));
  let at = text + accountLength + 11;
  if (value < 0) store<u8>(at++, 45);
  at = writeFigures(<u64>abs(value), 1, at);
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
