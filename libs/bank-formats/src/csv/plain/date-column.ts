import type { CalendarDate } from '@lettrage/calendar';
import type { DateCells } from '../date-cells.js';
import { isSame, textOf } from './byte-words.js';

const longest = 64;

/** The dates of one column: rows come by the day, so a cell is first held against the one above it. */
export class DateColumn {
  private readonly last = new Uint8Array(longest);
  private length = -1;
  /** The date that was read last. */
  date: CalendarDate | null = null;

  constructor(private readonly dates: DateCells) {}

  /** Null for what is no date. */
  read(bytes: Uint8Array, from: number, to: number): CalendarDate | null {
    if (isSame(bytes, from, to, this.last, this.length)) return this.date;
    if (to - from > longest) return null;
    this.length = to - from;
    for (let i = 0; i < this.length; i++) this.last[i] = bytes[from + i]!;
    return (this.date = this.dates.read(textOf(bytes, from, to)));
  }
}
