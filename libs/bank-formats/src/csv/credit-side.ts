import { isCurrency } from '@lettrage/money';
import { cellOf } from './columns.js';
import { readTitle } from './column-roles.js';
import { isCreditWord } from './csv-amount.js';
import type { Layout } from './layout.js';

/** Rows of transfers whose two sides have columns of their own, so that what the account holds is always under the same ones. */
export class CreditSide {
  private constructor(
    private readonly direction: number,
    private readonly places: readonly (readonly [column: number, instead: number])[],
  ) {}

  /** Null where the layout has nothing of the kind. */
  static of({ profile, titles, columns }: Layout): CreditSide | null {
    const direction = columns.get('direction')?.[0];
    if (!profile?.otherSideOfCredits || titles === null || direction === undefined) return null;
    const named = titles.map((title) => readTitle(title, isCurrency).text);
    return new CreditSide(direction, profile.otherSideOfCredits.map(([title, instead]) => [named.indexOf(title), instead === null ? -1 : named.indexOf(instead)]));
  }

  row(cells: readonly string[]): readonly string[] {
    if (!isCreditWord(cellOf(cells, this.direction))) return cells;
    const turned = [...cells];
    for (const [column, instead] of this.places) if (column >= 0) turned[column] = instead < 0 ? '' : (cells[instead] ?? '');
    return turned;
  }
}
