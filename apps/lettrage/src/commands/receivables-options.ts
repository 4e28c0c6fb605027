import { parseArgs } from 'node:util';
import { isDate, type CalendarDate } from '@lettrage/calendar';
import { WrongUsage } from '../cli/exit.js';
import { givenOnce } from '../cli/given-once.js';

export type Options = Readonly<Record<string, string | undefined>>;

/** Options that each take one value; anything else, or one given twice, is wrong usage. */
export function readOptions(args: string[], names: readonly string[], usage: string): Options {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const, multiple: true }]));
    const values = parseArgs({ args, options, allowPositionals: false }).values as Record<string, string[]>;
    return Object.fromEntries(names.map((name) => [name, givenOnce(values, name)]));
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}\nusage: ${usage}`);
  }
}

export function requiredOption(options: Options, name: string, usage: string): string {
  const value = options[name];
  if (value === undefined || value === '') throw new WrongUsage(`--${name} is missing\nusage: ${usage}`);
  return value;
}

export function dateOption(options: Options, name: string, usage: string): CalendarDate {
  const text = requiredOption(options, name, usage);
  if (isDate(text)) return text;
  throw new WrongUsage(`--${name} ${JSON.stringify(text)} is not a calendar date (YYYY-MM-DD)\nusage: ${usage}`);
}

export function wholeNumberOption(options: Options, name: string, from: number, to: number, usage: string): number {
  const text = requiredOption(options, name, usage);
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new WrongUsage(`--${name} ${JSON.stringify(text)} is not a whole number from ${from} to ${to}\nusage: ${usage}`);
}
