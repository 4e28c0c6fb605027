import { type bankImportHttp, sentence } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { importProblem } from './file-problem.js';
import { missingNumbers } from './missing-numbers.js';

/** A statement and the one before it on the account, as far as they should join. */
export interface Joint {
  readonly currency: string;
  readonly sequence: string | null;
  readonly openingMinor: bigint | null;
  readonly previousSequence: string | null;
  /** Opening balance minus the closing balance before; null where one of them is not given. */
  readonly gapMinor: bigint | null;
  /** How messages call the statement. */
  readonly name: string;
}

/** What is wrong between a statement and the one before it. Balances that join prove that nothing is missing, whatever the numbers are: some banks count days. */
export function gapProblem(joint: Joint): bankImportHttp.FileProblem | null {
  const missing = missingNumbers(joint.previousSequence, joint.sequence);
  const [first, last] = [String(missing?.first), String(missing?.last)];
  if (joint.gapMinor === 0n) return null;
  if (joint.gapMinor === null) {
    if (!missing) return null;
    const number = joint.sequence!;
    return importProblem('sequence_gap', first === last ? sentence('one_number_missing', { number, first }) : sentence('some_numbers_missing', { number, first, last }), joint.name);
  }
  const shown = (minor: bigint) => `${formatDecimal(minor, minorUnits(joint.currency))} ${joint.currency}`;
  const distance = joint.gapMinor < 0n ? -joint.gapMinor : joint.gapMinor;
  const gap = { opening: shown(joint.openingMinor!), distance: shown(distance), side: joint.gapMinor < 0n ? 'less' : 'more' };
  if (!missing) return importProblem('balance_gap', sentence('opening_differs', gap), joint.name);
  return importProblem('balance_gap', first === last ? sentence('opening_differs_one_missing', { ...gap, first }) : sentence('opening_differs_some_missing', { ...gap, first, last }), joint.name);
}

/** Notifications and intraday reports tell parts of a day, and join with nothing. */
export function joins(format: string): boolean {
  return !/^(camt\.05[24]|mt942)/i.test(format);
}
