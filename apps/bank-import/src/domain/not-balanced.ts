import { type bankImportHttp, onTheWire, sentence } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { placeOfStatement, problemOfWarning } from './file-problem.js';

export interface UnbalancedStatement {
  readonly name: string;
  readonly currency: string;
  /** Opening balance and booked entries. */
  readonly reachedMinor: bigint;
  readonly closingMinor: bigint;
}

export function notBalanced({ name, currency, reachedMinor, closingMinor }: UnbalancedStatement): bankImportHttp.FileProblem {
  const shown = (minor: bigint) => `${formatDecimal(minor, minorUnits(currency))} ${currency}`;
  const said = sentence('not_balanced', { reached: shown(reachedMinor), closing: shown(closingMinor) });
  return { ...problemOfWarning({ code: 'not_balanced', message: said.text, sentence: onTheWire(said), place: { path: name }, excerpt: '', remedy: '' }), ...placeOfStatement(name) };
}
