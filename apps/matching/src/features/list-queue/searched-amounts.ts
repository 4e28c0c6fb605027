import { currencies, minorUnits } from '@lettrage/money';

export interface SearchedAmounts {
  readonly currencies: readonly string[];
  /** Minor units, one for each currency. */
  readonly minors: readonly string[];
}

/** An amount as people type it, "1 234,50" or "1234.5", in each currency that has such an amount; null when the text is no amount. */
export function searchedAmounts(text: string | undefined): SearchedAmounts | null {
  const match = /^(\d{1,14})(?:[.,](\d{1,4}))?$/.exec((text ?? '').replaceAll(/[\s\u00a0\u202f]/g, ''));
  if (!match) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  const possible = currencies().filter((currency) => fraction.length <= minorUnits(currency));
  return { currencies: possible, minors: possible.map((currency) => String(BigInt(match[1]! + fraction.padEnd(minorUnits(currency), '0')))) };
}
