import type { Profile } from '../company/profile.js';
import type { Random } from '../random.js';

/** The commonest way of banks. */
export const inCapitals: Profile['bankName'] = { capitals: true, cutAt: null, withoutLegalForm: false };

/** A name as a bank writes it: capitals without accents at most banks, cut at the bank's width, often without the legal form. */
export function bankName(name: string, style: Profile['bankName'], legalForms: readonly string[]): string {
  const form = style.withoutLegalForm ? legalForms.find((legalForm) => name.endsWith(` ${legalForm}`)) : undefined;
  const base = form ? name.slice(0, -form.length - 1) : name;
  const written = style.capitals ? plain(base).toUpperCase() : base;
  return style.cutAt === null ? written.slice(0, 70) : written.slice(0, style.cutAt).trimEnd();
}

/** Without accents, strokes and ligatures; a German umlaut loses its points, ß becomes ss. */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('œ', 'oe').replaceAll('Œ', 'OE')
    .replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll('ø', 'o').replaceAll('Ø', 'O').replaceAll('æ', 'ae').replaceAll('Æ', 'AE');
}

/** One letter doubled, lost, swapped with its neighbour, or broken as by a wrong character set. */
export function misspell(name: string, random: Random): string {
  if (name.length < 4) return name;
  const at = random.int(1, name.length - 2);
  switch (random.weighted({ doubled: 3, lost: 3, swapped: 2, broken: 2, spaced: 1 })) {
    case 'doubled':
      return name.slice(0, at) + name[at] + name.slice(at);
    case 'lost':
      return name.slice(0, at) + name.slice(at + 1);
    case 'swapped':
      return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
    case 'broken':
      return `${name.slice(0, at)}?${name.slice(at + 1)}`;
    case 'spaced':
      return `${name.slice(0, at)} ${name.slice(at)}`;
  }
}
