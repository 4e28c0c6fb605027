import type { DateOrder } from './local-date.js';
import type { DecimalSign } from './local-amount.js';
import type { Role } from './column-roles.js';

/**
 * What must be known of a bank's export beyond the usual titles: data only. A profile is chosen by name, or by its `signature`:
 * titles (in the normal form of `column-roles.ts`) that all stand in the header.
 */
export interface CsvProfile {
  readonly name: string;
  readonly bank: string;
  readonly signature?: readonly string[];
  /** Roles by title where the usual ones do not hold. */
  readonly columns?: Readonly<Record<string, Role>>;
  /** Roles by position, for exports without a header; `cells` recognises them when the profile is not named. */
  readonly positions?: readonly Role[];
  readonly cells?: readonly RegExp[];
  /** A row among the transactions that is the closing balance: it has the number of the account where they have something else. */
  readonly closingBalance?: { readonly amount: number; readonly account: number; readonly accountShape: RegExp };
  /**
   * Transfers whose two sides have columns of their own: in a row of money received, each first column gives way to the second, or is blank where there is none. The roles are those of
   * money paid.
   */
  readonly otherSideOfCredits?: readonly (readonly [title: string, insteadOnCredit: string | null])[];
  readonly dateOrder?: DateOrder;
  readonly decimalSign?: DecimalSign;
  readonly currency?: string;
  /** A positive amount without direction is money spent, as on card statements. */
  readonly positiveIsDebit?: boolean;
}
