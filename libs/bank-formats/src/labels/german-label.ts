import { givenId, ibanOf } from '../text.js';
import type { LabelParts } from './label-parts.js';

const keys = /(Auftraggeber|Empfänger|Zahlungspflichtiger|Kto\/IBAN|BLZ\/BIC|Buchungstext):|\bRef\.(?= \S+$)/g;

/** Takes apart a label such as `Auftraggeber: X Kto/IBAN: Y Buchungstext: Z Ref. R`; null when it is none. */
export function readGermanLabel(text: string): LabelParts | null {
  if (!text.includes('Buchungstext:')) return null;
  const found = [...text.matchAll(keys)];
  if (!found.some((match) => match[1] === 'Buchungstext')) return null;
  const value = (wanted: (key: string | undefined) => boolean): string | null => {
    const index = found.findIndex((match) => wanted(match[1]));
    if (index < 0) return null;
    return text.slice(found[index]!.index + found[index]![0].length, found[index + 1]?.index ?? text.length).trim();
  };
  return {
    counterpartyName: givenId(value((key) => key === 'Auftraggeber' || key === 'Empfänger' || key === 'Zahlungspflichtiger')),
    counterpartyIban: ibanOf(value((key) => key === 'Kto/IBAN')),
    remittance: value((key) => key === 'Buchungstext') ?? '',
    reference: givenId(value((key) => key === undefined)),
    endToEndId: null,
    mandateId: null,
  };
}
