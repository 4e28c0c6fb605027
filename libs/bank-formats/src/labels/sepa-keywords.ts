import { givenId, ibanOf, plainText } from '../text.js';
import type { LabelParts } from './label-parts.js';

// The DFUe agreement of the German banks, annex 3: keywords within the lines of the purpose.
const keyword = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\+ ?/g;

// Comdirect writes them out, behind the text and before its own reference.
const writtenOut = / ?(END-TO-END-REF|CORE \/ MANDATSREF|GL(?:Ä|AE|A)UBIGER-ID)\.?: ?| Ref\. (?=\S+$)/g;

function readWrittenOut(text: string): LabelParts | null {
  if (!text.includes('END-TO-END-REF.:')) return null;
  const found = [...text.matchAll(writtenOut)];
  const value = (key: string | undefined): string | null => {
    const i = found.findIndex((match) => match[1] === key);
    return i < 0 ? null : givenId(text.slice(found[i]!.index + found[i]![0].length, found[i + 1]?.index ?? text.length));
  };
  return { counterpartyName: null, counterpartyIban: null, remittance: text.slice(0, found[0]!.index).trim(), reference: value(undefined), endToEndId: value('END-TO-END-REF'), mandateId: value('CORE / MANDATSREF') };
}

/** Takes apart a purpose of `EREF+...MREF+...SVWZ+...`, as German MT940 and CSV files have it; null when it has no keyword. */
export function readSepaKeywords(text: string): LabelParts | null {
  if (!text.includes('+')) return readWrittenOut(text);
  keyword.lastIndex = 0;
  const found: { key: string; from: number; to: number }[] = [];
  let start = -1;
  for (let match = keyword.exec(text); match; match = keyword.exec(text)) {
    if (start < 0) start = match.index;
    const last = found.at(-1);
    if (last) last.to = match.index;
    found.push({ key: match[1]!, from: match.index + match[0].length, to: text.length });
  }
  if (found.length === 0) return null;
  const value = (key: string): string | null => {
    const hit = found.find((each) => each.key === key);
    return hit ? plainText(text.slice(hit.from, hit.to)).trim() : null;
  };
  const before = text.slice(0, start).trim();
  const purpose = value('SVWZ') ?? '';
  return {
    counterpartyName: givenId(value('ABWA') ?? value('ABWE')),
    counterpartyIban: ibanOf(value('IBAN')),
    remittance: before === '' ? purpose : `${before} ${purpose}`.trim(),
    reference: null,
    endToEndId: givenId(value('EREF')),
    mandateId: givenId(value('MREF')),
  };
}
