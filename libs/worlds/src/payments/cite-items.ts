import type { ReferenceHabit } from '../options.js';
import type { Random } from '../random.js';
import type { WorldInvoice } from '../world.js';

export interface Citation {
  readonly text: string | null;
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
}

const inText = (text: string | null): Citation => ({ text, structuredReference: null, endToEndId: null });

/** Habits that name no item. */
export const namesNothing: readonly ReferenceHabit[] = ['none', 'customer_number', 'period', 'date', 'month'];

/** How a payer of that habit names the items; a habit that names none leaves all three empty. */
export function cite(habit: ReferenceHabit, items: readonly WorldInvoice[], random: Random): Citation {
  const single = items.length === 1 ? items[0]! : null;
  switch (habit) {
    case 'none':
    case 'customer_number':
    case 'period':
    case 'date':
    case 'month':
      return inText(null);
    case 'structured':
      if (single?.structuredReference) return { text: null, structuredReference: single.structuredReference, endToEndId: null };
      return inText(listed(items.map(({ number }) => number), random));
    case 'end_to_end':
      if (single) return { text: null, structuredReference: null, endToEndId: single.number };
      return inText(listed(items.map(({ number }) => number), random));
    case 'order':
      return inText(listed([...new Set(items.map(({ number, orderReference }) => orderReference ?? number))], random));
    case 'tail':
      return inText(listed(items.map(({ number }) => tail(number)), random));
    case 'compact':
      return inText(listed(items.map(({ number }) => number.replaceAll(/[^0-9A-Z]/gi, '')), random));
    case 'spaced':
      return inText(listed(items.map(({ number }) => number.replaceAll(/[^0-9A-Z]/gi, ' ')), random));
    case 'exact':
      return inText(listed(items.map(({ number }) => number), random));
  }
}

/** The digits that people quote of a number: at most six, without leading noughts. */
export function tail(number: string): string {
  return /(\d+)$/.exec(number)![1]!.slice(-6).replace(/^0+(?=\d{2})/, '');
}

/** Several references: as a list, with tails after the first, as a range where they follow each other, or only the first of many. */
function listed(references: readonly string[], random: Random): string | null {
  if (references.length === 0) return null;
  if (references.length === 1) return references[0]!;
  const tails = references.map((reference) => (/\d$/.test(reference) ? tail(reference) : reference));
  const follow = tails.every((text, index) => index === 0 || Number(text) === Number(tails[index - 1]) + 1);
  if (follow && random.chance(0.5)) return `${references[0]} ${random.pick(['A', '-', 'BIS', 'TO'])} ${tails.at(-1)}`;
  if (references.length > 6 && random.chance(0.4)) return `${references[0]} ${random.pick(['ET AUTRES', 'U.A.', 'ETC', '+'])} ${references.length - 1}`;
  const separator = random.pick([', ', ' ', ' + ', '/', ';', ' ET ']);
  return (random.chance(0.4) ? [references[0]!, ...tails.slice(1)] : [...references]).join(separator);
}
