export { type Money, type Rounding, money, zero, add, subtract, negate, absolute, compare, isZero, sum, allocate, percentage } from './money.js';
export { minorUnits, isCurrency, isCurrencyOfAnyTime, withdrawnIn, currencies } from './currencies.js';
export { MoneyError, type MoneyErrorCode } from './money-error.js';
export { parseDecimal, formatDecimal, parseMoney, formatMoney } from './decimal.js';
