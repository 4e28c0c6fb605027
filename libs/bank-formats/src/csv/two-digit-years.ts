import { type DateOrder, dateOrders, readLocalDate } from './local-date.js';

/** Where the year of two figures may be the first as well as the last: the reading that is taken, and dates that could be read both ways. */
export interface OpenYear {
  readonly value: DateOrder;
  readonly examples: readonly string[];
}

// The year stays the same, or nearly so, where the days run; with fewer days than that, nothing can be told.
const years = 2;
const days = 3;

/**
 * Whether the year comes `first` or `last` in dates with years of two figures, such as `26-07-01`: that which changes least is the year. `last` for all other dates, and where
 * something else than a dash stands between, because those who write the year first without its century write dashes.
 */
export function placeOfYear(cells: Iterable<string>): 'first' | 'last' | OpenYear {
  const [first, last, found] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const fitting = new Set<DateOrder>(dateOrders);
  let areDashes = true;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '' || found.has(text)) continue;
    const match = /^(\d\d)([-./])\d\d\2(\d\d)(?=$|[ T,])/.exec(text);
    // Words may stand where a date should; a date of another shape shows where the year is.
    if (!match) {
      if (/^\d/.test(text)) return 'last';
      continue;
    }
    found.add(text);
    first.add(match[1]!);
    last.add(match[3]!);
    areDashes &&= match[2] === '-';
    for (const order of fitting) if (readLocalDate(text, order) === null) fitting.delete(order);
  }
  if (found.size === 0 || !fitting.has('ymd')) return 'last';
  if (fitting.size === 1 || (last.size >= days && first.size <= years)) return 'first';
  if (!areDashes || (first.size >= days && last.size <= years)) return 'last';
  return { value: fitting.has('dmy') ? 'dmy' : 'mdy', examples: [...found] };
}
