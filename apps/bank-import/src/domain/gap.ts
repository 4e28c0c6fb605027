import { type bankImportHttp } from '@lettrage/contracts';
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
  const numbers = missing && (missing.first === missing.last ? `number ${missing.first} is missing` : `numbers ${missing.first} to ${missing.last} are missing`);
  if (joint.gapMinor === 0n) return null;
  if (joint.gapMinor === null) return numbers === null ? null : importProblem('sequence_gap', `the statement has number ${joint.sequence!}, and ${numbers}`, `statement ${joint.name}`);
  const shown = (minor: bigint) => `${formatDecimal(minor, minorUnits(joint.currency))} ${joint.currency}`;
  const distance = joint.gapMinor < 0n ? -joint.gapMinor : joint.gapMinor;
  const sentence = `the opening balance ${shown(joint.openingMinor!)} is ${shown(distance)} ${joint.gapMinor < 0n ? 'less' : 'more'} than the closing balance before it`;
  return importProblem('balance_gap', numbers === null ? sentence : `${sentence}; ${numbers}`, `statement ${joint.name}`);
}

/** Notifications and intraday reports tell parts of a day, and join with nothing. */
export function joins(format: string): boolean {
  return !/^(camt\.05[24]|mt942)/i.test(format);
}
