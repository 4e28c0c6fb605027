export type MoneyErrorCode = 'unknown_currency' | 'currency_mismatch' | 'not_a_decimal' | 'too_many_decimals' | 'too_large' | 'invalid_shares';

/** A fault in an amount. `code` is stable and may be shown to a user; the message says what was given. */
export class MoneyError extends Error {
  constructor(
    readonly code: MoneyErrorCode,
    message: string,
    /** What the message names, for who says it in another language. */
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'MoneyError';
  }
}
