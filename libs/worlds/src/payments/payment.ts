import type { Profile } from '../company/profile.js';
import type { NoiseKind } from '../options.js';
import type { Allocation, Truth, WorldInvoice } from '../world.js';

/** A payment before the bank has put it into words. */
export interface Payment {
  readonly day: number;
  readonly payer: Profile;
  readonly kind: string;
  readonly items: readonly WorldInvoice[];
  readonly allocations: readonly Allocation[];
  readonly difference: Truth['difference'];
  readonly receivedMinor: bigint;
  /** What befell it before the bank put it into words. */
  readonly noise: readonly NoiseKind[];
  /** For a payment by statement: the day up to which items are paid. */
  readonly statementDay: number | null;
}
