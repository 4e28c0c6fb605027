import { mostColumns } from './cells';

// Where the layout has what; -1 for nowhere. The host sets them by their names, which are those of its roles.
export let bookingDate: i32 = -1;
export let valueDate: i32 = -1;
export let amount: i32 = -1;
export let debit: i32 = -1;
export let credit: i32 = -1;
export let balance: i32 = -1;
export let currency: i32 = -1;
export let status: i32 = -1;
export let reference: i32 = -1;
export let party: i32 = -1;
export let partyAccount: i32 = -1;
export let account: i32 = -1;
export let code: i32 = -1;

/** Lists of columns, each a number of 32 bits and -1 behind the last: of the label, and those that must be empty. */
export const labels = memory.data(4 * (mostColumns + 1));
export const others = memory.data(4 * (mostColumns + 1));

export let width: i32 = 0;
export let decimalSign: i32 = 0;
export let debitIsSigned: bool = false;
/** In an encoding of single bytes only the rows in ASCII are read here. */
export let isUtf8: bool = false;
