const words: Readonly<Record<string, string>> = { '€': 'EUR', EURO: 'EUR', EUROS: 'EUR', '£': 'GBP', $: 'USD', ZŁ: 'PLN', ZL: 'PLN', KČ: 'CZK', 'FR.': 'CHF', SFR: 'CHF' };

/** The ISO 4217 code that a cell of a currency column means, in capitals; the cell itself where it is no word for one. */
export function currencyOfWord(cell: string): string {
  const word = cell.toUpperCase();
  return words[word] ?? word;
}
