import { isCurrency, isCurrencyOfAnyTime } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import type { ReadContext } from '../format-reader.js';
import { limits } from '../limits.js';
import { type FaultCode, StatementFault, type WarningCode } from '../statement-fault.js';
import { ibanOf } from '../text.js';
import { cellOf, type Columns } from './columns.js';
import { CsvAccount, type CsvTable } from './csv-accounts.js';
import { currencyOfWord } from './currency-words.js';
import type { Layout } from './layout.js';
import { likelyCurrency } from './likely-currency.js';
import { readLocalAmount } from './local-amount.js';
import type { Preamble } from './preamble.js';
import { say } from '../catalogue/sentences.js';

export interface CsvRow {
  readonly cells: readonly string[];
  readonly record: number;
}

export function rowFault(file: string, row: CsvRow, code: FaultCode, problem: Sentence): StatementFault {
  return new StatementFault(code, file, { record: row.record }, problem, row.cells.join(' | '));
}

/** Which account a row is of, by its cells, the titles and the lines above the table. */
export class AccountCells {
  /** What amounts are taken to be in whose currency nothing names; null where there are none. */
  assumedCurrency: string | null = null;
  current: { readonly text: string; readonly currency: string; readonly account: CsvAccount } | null = null;
  table: CsvTable;
  private readonly known = new Map<string, CsvAccount>();

  constructor(
    private readonly layout: Layout,
    private readonly columns: Columns,
    preamble: Preamble,
    private readonly context: ReadContext,
    private readonly assume: (code: WarningCode, place: { record: number }, said: Sentence) => void,
  ) {
    this.table = { preamble };
  }

  get all(): CsvAccount[] {
    return [...this.known.values()];
  }

  /** The rows from here on stand under `above`. */
  beginTable(above: Preamble): void {
    this.table = { preamble: { ...above, currency: above.currency ?? this.table.preamble.currency } };
    this.current = null;
  }

  of(row: CsvRow): CsvAccount {
    const text = cellOf(row.cells, this.columns.account);
    const currency = this.currencyOf(row);
    const { current } = this;
    if (current !== null && current.text === text && current.currency === currency) return current.account;
    // One Dutch export quotes its cells badly and leaves the mark on the first; British ones guard numbers by an apostrophe.
    const bare = text.replace(/^["']+|"+$/g, '');
    const account = bare === '' ? this.table.preamble.account : (ibanOf(bare) ?? bare);
    const key = `${account ?? ''} ${currency}`;
    let known = this.known.get(key);
    if (known === undefined) {
      if (this.known.size >= limits.statementsOfFile) throw rowFault(this.context.file, row, 'limit_exceeded', say('csv_accounts', { most: String(limits.statementsOfFile) }));
      this.known.set(key, (known = new CsvAccount(account, currency, this.known.size, this.table, this.layout.dayBalances)));
    }
    this.current = { text, currency, account: known };
    return known;
  }

  private currencyOf(row: CsvRow): string {
    const { layout, columns, context } = this;
    const { preamble } = this.table;
    const cell = columns.currency < 0 ? '' : cellOf(row.cells, columns.currency);
    if (cell !== '') {
      if (cell === this.current?.currency) return cell;
      const code = currencyOfWord(cell);
      if (!isCurrencyOfAnyTime(code)) throw rowFault(context.file, row, 'unknown_currency', say('money_unknown_currency', { quoted: cell.slice(0, 20) }));
      return code;
    }
    const said = layout.titleCurrency ?? this.currencyBeside(row.cells) ?? preamble.currency ?? layout.currency ?? context.csv?.currency ?? context.accountCurrency;
    if (said) return said;
    const own = cellOf(row.cells, columns.account).replace(/\s/g, '');
    this.assumedCurrency ??= likelyCurrency(own || preamble.account, layout);
    this.assume('currency_assumed', { record: row.record }, say('csv_currency', { currency: this.assumedCurrency }));
    return this.assumedCurrency;
  }

  /** The currency written in the cell of the amount, where that is more than figures. */
  private currencyBeside(cells: readonly string[]): string | null {
    const { columns } = this;
    const text = cellOf(cells, columns.amount) || cellOf(cells, columns.debit) || cellOf(cells, columns.credit);
    // Figures and signs stand below the letters; above them are letters and currency signs.
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 57 || code === 36) {
        const beside = readLocalAmount(text, this.layout.decimalSign)?.currency ?? null;
        return beside !== null && isCurrency(beside) ? beside : null;
      }
    }
    return null;
  }
}
