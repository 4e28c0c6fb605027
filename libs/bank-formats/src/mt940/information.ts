import { type LabelParts, plainLabel } from '../labels/label-parts.js';
import { readSepaKeywords } from '../labels/sepa-keywords.js';
import { givenId, ibanOf, plainText } from '../text.js';

// SWIFT lines have 65 characters, the purpose lines of German banks 27: a full one may end within a word.
const swiftLine = 65;
const purposeLine = 27;

/** Field 86, which every country fills in its own way: German subfields, Dutch keywords, or free text. */
export function readInformation(lines: readonly string[]): LabelParts {
  const glued = lines.join('');
  return germanSubfields(glued) ?? dutchKeywords(glued) ?? freeText(lines);
}

function germanSubfields(text: string): LabelParts | null {
  const separator = /^\s?\d{3}([?>~^@])\d{2}/.exec(text)?.[1];
  if (separator === undefined) return null;
  const fields = new Map<number, string>();
  for (const field of text.split(separator).slice(1)) {
    const number = /^\d{2}/.exec(field)?.[0];
    if (number !== undefined) fields.set(Number(number), `${fields.get(Number(number)) ?? ''}${field.slice(2)}`);
  }
  const pick = (from: number, to: number): string[] => [...fields].filter(([number]) => number >= from && number <= to).sort(([a], [b]) => a - b).map(([, value]) => value);
  const purpose = joinFull([...pick(20, 29), ...pick(60, 63)], purposeLine);
  const label = readSepaKeywords(purpose) ?? plainLabel(plainText(purpose));
  const name = plainText(joinFull(pick(32, 33), purposeLine));
  return { ...label, counterpartyName: givenId(name) ?? label.counterpartyName, counterpartyIban: ibanOf(fields.get(31) ?? null) ?? label.counterpartyIban, remittance: label.remittance === '' ? (fields.get(0) ?? '') : label.remittance };
}

const dutch = /\/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|CSID|MARF|ID|ISDT|CNTP|CREF|PREF|RTRN|SVCL|PURP|ULTC|ULTD|ULTB|ADDR|OAMT|EXCH|CHGS|CHGT|BUSP|BO|BI|AREF)\//g;

function dutchKeywords(text: string): LabelParts | null {
  const found = [...text.matchAll(dutch)];
  if (found.length === 0 || found[0]!.index > 0) return null;
  const values = new Map<string, string>();
  found.forEach((match, i) => {
    if (!values.has(match[1]!)) values.set(match[1]!, text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length).replace(/\/$/, ''));
  });
  // /CNTP/account/bank/name/town, and /REMI/USTD//text or /REMI/STRD/CUR/reference.
  const [account, , name] = (values.get('CNTP') ?? '').split('/');
  const remittance = (values.get('REMI') ?? '').replace(/^(?:USTD\/\/|USTD\/|STRD\/[A-Z]+\/)/, '').replace(/\/+$/, '');
  return {
    counterpartyName: givenId(values.get('NAME') ?? name ?? null),
    counterpartyIban: ibanOf(values.get('IBAN') ?? account ?? null),
    remittance: plainText(remittance),
    reference: null,
    endToEndId: givenId(values.get('EREF') ?? null),
    mandateId: givenId(values.get('MARF') ?? null),
  };
}

const written = /(?:^|[\s/])(?:REK|IBAN): ?([A-Z]{2}\d{2}[A-Z0-9]{8,30})(?:\/? ?(?:NAAM|NAME|NAAM\/NAME): ?([^/]+))?/;

function freeText(lines: readonly string[]): LabelParts {
  const text = plainText(joinFull(lines.map((line) => line.trimEnd()), swiftLine));
  const account = written.exec(text);
  return { ...(readSepaKeywords(text) ?? plainLabel(text)), ...(account ? { counterpartyIban: ibanOf(account[1]!), counterpartyName: givenId(account[2] ?? null) } : {}) };
}

/** Nothing is put behind a line that is full: a reference may go on in the next. */
function joinFull(lines: readonly string[], full: number): string {
  return lines.reduce((text, line, i) => (i === 0 || lines[i - 1]!.length >= full ? text + line : `${text} ${line}`), '');
}
