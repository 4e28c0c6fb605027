import type { Reason } from '../api/types.js';
import type { Formats } from '../money/format.js';

/** How a reason reads: the template of its code, its parameters written by `write`, or the engine's own text where there is none or it says something else. */
export function reasonText(reason: Reason, templates: Readonly<Record<string, string>>, write: (value: string) => string): string {
  const template = Object.hasOwn(templates, reason.code) ? templates[reason.code] : undefined;
  if (template === undefined) return reason.text;
  const named = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  if (!named.every((name) => Object.hasOwn(reason.params, name))) return reason.text;
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => write(reason.params[name]!));
}

/** Amounts ("12.50 EUR") and dates among a reason's parameters as the reader writes them; everything else as it is. */
export function writtenBy(formats: Pick<Formats, 'money' | 'date'>): (value: string) => string {
  return (value) => {
    const amount = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value);
    if (amount) return formats.money(amount[1]!, amount[2]!);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.date(value) : value;
  };
}
