import { type Money, MoneyError, minorUnits, parseDecimal } from '@lettrage/money';
import { saidOfMoney, type Sentence } from '@lettrage/sentences';
import type { FaultCode } from './statement-fault.js';
import { say } from './catalogue/sentences.js';

/** Why a text is no amount; the reader that knows the place makes a `StatementFault` of it. */
export class AmountFault extends Error {
  constructor(
    readonly code: Extract<FaultCode, 'bad_amount' | 'unknown_currency'>,
    readonly said: Sentence,
  ) {
    super(said.text);
  }
}

const zero = 48;

/** ISO 4217's code for "no currency is involved": what is in it is no money, and has no number of decimals. */
export const noCurrency = 'XXX';

/**
 * Money of an unsigned decimal with a point, as ISO 20022 writes it ("1500.5", "18.150", "200000"). Throws `AmountFault` on
 * anything else, on an unknown currency, and on digits below the currency's minor unit.
 */
export function decimalMoney(text: string, currency: string): Money {
  const decimals = decimalsOf(currency);
  const length = text.length;
  // The usual case without a regular expression or a string of digits: up to 15 of them fit a number exactly.
  if (length > 0 && length <= 15) {
    let value = 0;
    let fraction = -1;
    let at = 0;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code >= zero && code <= zero + 9) {
        if (fraction >= 0 && ++fraction > decimals) break;
        value = value * 10 + code - zero;
      } else if (code === 46 && fraction < 0 && at > 0) fraction = 0;
      else break;
    }
    if (at === length && fraction !== 0) {
      for (let missing = decimals - Math.max(fraction, 0); missing > 0; missing--) value *= 10;
      if (value <= Number.MAX_SAFE_INTEGER) return { minor: BigInt(value), currency };
    }
  }
  return slowMoney(text, decimals, currency);
}

function slowMoney(text: string, decimals: number, currency: string): Money {
  // The lexical forms of xsd:decimal that have a plus, or no digit on one side of the point.
  const plain = text.replace(/^\+/, '').replace(/^\./, '0.').replace(/\.$/, '');
  if (!/^\d/.test(plain)) throw new AmountFault('bad_amount', say('amount_signed', { quoted: text.slice(0, 40) }));
  try {
    return { minor: parseDecimal(plain, decimals), currency };
  } catch (error) {
    throw asAmountFault(error);
  }
}

export function decimalsOf(currency: string): number {
  try {
    return minorUnits(currency);
  } catch (error) {
    throw asAmountFault(error);
  }
}

export function asAmountFault(error: unknown): unknown {
  return error instanceof MoneyError ? new AmountFault(error.code === 'unknown_currency' ? 'unknown_currency' : 'bad_amount', saidOfMoney(error)) : error;
}
