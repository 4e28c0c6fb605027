import type { Random } from '../random.js';
import { words, type Language } from './words.js';

/** A company name of the language in one of the usual shapes, with its legal form nearly always. */
export function companyName(language: Language, random: Random): string {
  const of = words[language];
  const [surname, trade, place, suffix] = [random.pick(of.surnames), random.pick(of.trades), random.pick(of.places), random.pick(of.suffixes)];
  const core = random.weighted({ trade: 30, reversed: 20, suffixed: 20, placed: 15, initials: 8, bare: 7 });
  const name = {
    trade: `${trade} ${surname}`,
    reversed: `${surname} ${trade}`,
    suffixed: `${trade} ${surname} ${suffix}`,
    placed: `${trade} ${place} ${suffix}`,
    initials: `${letters(random)} ${trade} ${place}`,
    bare: `${surname} ${suffix}`,
  }[core];
  return random.chance(0.93) ? `${name} ${random.pick(of.legalForms)}` : name;
}

/** Members of a chain, eight at most: one brand, then a place, so that names differ by little. */
export function chainNames(language: Language, count: number, random: Random): string[] {
  const of = words[language];
  const brand = `${random.pick(of.trades)} ${random.pick(of.surnames)}`;
  const legalForm = random.pick(of.legalForms);
  return Array.from({ length: count }, (_, index) => `${brand} ${of.places[index]!} ${legalForm}`);
}

/** A name that a person could mistake for the given one: another legal form, an added word, or a letter doubled. */
export function nearTwin(name: string, language: Language, random: Random): string {
  const of = words[language];
  const form = of.legalForms.find((legalForm) => name.endsWith(` ${legalForm}`));
  const base = form ? name.slice(0, -form.length - 1) : name;
  const way = random.weighted({ form: 4, place: 3, suffix: 3 });
  if (way === 'form') return `${base} ${random.pick(of.legalForms.filter((other) => other !== form))}`;
  return `${base} ${random.pick(way === 'place' ? of.places : of.suffixes)}${form ? ` ${form}` : ''}`;
}

export function personName(language: Language, random: Random): string {
  const title = { fr: 'M OU MME', de: 'HERR', be: 'DHR', nl: 'DHR', en: 'MR', es: 'D', it: 'SIG', pl: 'PAN', pt: 'SR', sv: 'HERR', da: 'HR' }[language];
  return `${title} ${String.fromCharCode(65 + random.int(0, 25))} ${random.pick(words[language].surnames)}`;
}

function letters(random: Random): string {
  return Array.from({ length: random.int(2, 3) }, () => 'ABCDEFGHJKLMNPRSTV'[random.int(0, 17)]).join('');
}
