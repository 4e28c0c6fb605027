import { plainLabel, type LabelParts } from '../labels/label-parts.js';
import { readSepaKeywords } from '../labels/sepa-keywords.js';
import { accountOf, givenId, ibanOf, plainText } from '../text.js';

// SWIFT lines have 65 characters, the purpose lines of German banks 27: a full one may end within a word.
const swiftLine = 65;
const purposeLine = 27;

/** Field 86, which every country fills in its own way: numbered subfields, Dutch keywords, lines of a party, or free text. */
export function readInformation(lines: readonly string[], negative = false): LabelParts {
  const glued = lines.join('');
  return numberedSubfields(glued) ?? keywords(glued, negative) ?? codedPairs(lines, negative) ?? partyLines(lines) ?? accountAndName(lines) ?? namedBetweenColons(lines) ?? freeText(lines);
}

/** What stands in the subfields that a Polish bank leaves empty. */
const blankMark = '\u02d9';

/** `166?00...?20...?32` of Germany and its neighbours; Polish and Romanian banks have other signs for `?` and leave out the code before it. */
function numberedSubfields(text: string): LabelParts | null {
  const separator = (/^\s?(?:\d{3}){0,3}([?>~^@<])\d{2}/.exec(text) ?? /^\d{3}(\+)\d{2}/.exec(text))?.[1];
  if (separator === undefined) return null;
  const fields = new Map<number, string>();
  let last = -1;
  for (const field of text.split(separator).slice(1)) {
    const number = /^\d{2}/.exec(field)?.[0];
    const value = number === undefined ? `${separator}${field}` : field.slice(2);
    if (number !== undefined) last = Number(number);
    // The sign may stand within the text; at the very end it says nothing.
    if (field !== '' && last >= 0 && value !== blankMark) fields.set(last, `${fields.get(last) ?? ''}${value}`);
  }
  const pick = (from: number, to: number): string[] => [...fields].filter(([number]) => number >= from && number <= to).sort(([a], [b]) => a - b).map(([, value]) => value);
  // Triodos puts BIC and IBAN of the counterparty before the text.
  const before = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(fields.get(20)?.trim() ?? '') ? ibanOf(fields.get(21) ?? null) : null;
  const purpose = joinFull(withPurpose([...pick(before === null ? 20 : 22, 29), ...pick(60, 63)]), purposeLine);
  const label = readSepaKeywords(purpose) ?? plainLabel(plainText(purpose));
  const name = plainText(joinFull(pick(32, 33), purposeLine));
  // 38 is the IBAN where 31 is a number within the country.
  const iban = before ?? ibanOf(fields.get(38) ?? null) ?? accountOf(fields.get(31) ?? '');
  return { ...label, counterpartyName: givenId(name) ?? label.counterpartyName, counterpartyIban: iban ?? label.counterpartyIban, remittance: label.remittance === '' ? (fields.get(0) ?? '') : label.remittance };
}

/** What stands below a line that an identifier does not fill is the purpose, where none is named: `?22CRED+DE98ZZZ09999999999?23Rent`. */
function withPurpose(lines: readonly string[]): string[] {
  if (lines.some((line) => line.includes('SVWZ+'))) return [...lines];
  const at = lines.findIndex((line, i) => i > 0 && !/^\s*[A-Z]{4}\+/.test(line) && /^(?:EREF|KREF|MREF|CRED|DEBT)\+./.test(lines[i - 1]!) && lines[i - 1]!.length < purposeLine);
  return lines.map((line, i) => (i === at ? `SVWZ+${line}` : line));
}

const keyword = /\/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|CSID|MARF|ID|ISDT|CNTP|CREF|PREF|RTRN|SVCL|PURP|ULTC|ULTD|ULTB|ADDR|OAMT|EXCH|CHGS|CHGT|BUSP|BO|BI|AREF|ACCW|CDTRREFTP|CDTRREF|CRNM|CACT|CBIC|DBNM|DACT|DBIC|OPRP)\//g;

/** `/TRTP/.../IBAN/.../NAME/.../REMI/...` of the Dutch banks. Null where none of the keywords says who or what for. */
function keywords(text: string, negative = false): LabelParts | null {
  const found = [...text.matchAll(keyword)];
  if (found.length === 0 || found[0]!.index > 0) return null;
  const values = new Map<string, string>();
  found.forEach((match, i) => {
    if (!values.has(match[1]!)) values.set(match[1]!, text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length).replace(/\/$/, ''));
  });
  // /CNTP/account/bank/name/town, /ACCW/account,bank, and /REMI/USTD//text or /REMI/STRD/CUR/reference.
  const [account, , name] = (values.get('CNTP') ?? '').split('/');
  const remittance = (values.get('REMI') ?? '').replace(/^(?:USTD\/\/|USTD\/|STRD\/[A-Z]+\/)/, '').replace(/\/+$/, '') || (values.get('CDTRREF') ?? '');
  // Goldman Sachs names creditor and debtor; the other side is the one the money comes from or goes to.
  const [ofName, ofAccount] = values.has('CRNM') && (negative || !values.has('DBNM')) ? ['CRNM', 'CACT'] : ['DBNM', 'DACT'];
  if (remittance === '' && !['NAME', 'IBAN', 'CNTP', 'EREF', 'MARF', ofName].some((key) => values.get(key))) return null;
  return {
    counterpartyName: givenId(values.get('NAME') ?? name ?? values.get(ofName)?.replace(/\/+$/, '') ?? null),
    counterpartyIban: ibanOf(values.get('IBAN') ?? (account || (values.get('ACCW')?.split(',')[0] ?? values.get(ofAccount) ?? null))),
    remittance: plainText(remittance),
    reference: null,
    endToEndId: givenId(values.get('EREF') ?? null),
    mandateId: givenId(values.get('MARF') ?? null),
  };
}

/** `/PT/DE/EI/.../BO/account/BO1/name` of Citibank: codes of two letters, with a number where there are more lines; BO gave the order, BE receives. */
function codedPairs(lines: readonly string[], negative: boolean): LabelParts | null {
  const text = joinFull(lines, swiftLine);
  if (!/^\/PT\/[A-Z]{2}\//.test(text)) return null;
  const found = [...text.matchAll(/\/(PT|EI|BI|RI|PY|PO|PR|CT|CN|OB|BO|BN|BE)\d?\//g)];
  const values = found.map((match, i) => ({ code: match[1]!, value: plainText(text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length)).trim() }));
  const of = (...codes: readonly string[]): string[] => values.filter(({ code, value }) => codes.includes(code) && value !== '').map(({ value }) => value);
  const party = negative ? of('BE', 'BN') : of('BO');
  const purpose = of('PY');
  return {
    ...plainLabel((purpose.length > 0 ? purpose : of('EI', 'PO', 'PR', 'RI')).join(' ')),
    counterpartyName: givenId(party.find((each) => /\p{L}{2}/u.test(each) && ibanOf(each) === null) ?? null),
    counterpartyIban: party.map(ibanOf).find((iban) => iban !== null) ?? null,
  };
}

/** `/ORDP/account`, and below it `/name`, `/reference` and `/text`, a line each. */
function partyLines(lines: readonly string[]): LabelParts | null {
  const account = /^\/(?:BENM|ORDP)\/([^/]*)$/.exec(lines[0] ?? '')?.[1];
  if (account === undefined || lines[1]?.startsWith('/') !== true) return null;
  const text = lines.slice(2).map((line) => line.replace(/^\//, '').trim()).filter((line) => line !== '');
  return { ...plainLabel(plainText(text.join(' '))), counterpartyName: givenId(lines[1].slice(1)), counterpartyIban: ibanOf(account) };
}

/** `NL29INGB0006475121 name`, and behind two blanks or below it, padded with blanks, the keywords or the text. */
function accountAndName(lines: readonly string[]): LabelParts | null {
  const first = /^([A-Z]{2}\d{2}[A-Z0-9]{11,30}) +(\S.*?)(?:\s{2,}(\S.*))?$/.exec(lines[0]?.trim() ?? '');
  if (!first) return null;
  const rest = [...(first[3] === undefined ? [] : [lines[0]!.slice(lines[0]!.lastIndexOf(first[3]))]), ...lines.slice(1).filter((line) => line.trim() !== '')];
  const label = keywords(rest.join('').trimEnd()) ?? freeText(rest);
  return { ...label, counterpartyName: label.counterpartyName ?? first[2]!, counterpartyIban: label.counterpartyIban ?? first[1]! };
}

/** `999SEPA_CREDIT_TRANSFER:text:name:IBAN`. */
function namedBetweenColons(lines: readonly string[]): LabelParts | null {
  if (!/^\d{3}[A-Z_]+:/.test(lines[0] ?? '')) return null;
  const found = /^\d{3}[A-Z_]+:(.*):([^:]*):([A-Z]{2}\d{2}[A-Z0-9]{11,30})(?::[^:]*)?$/.exec(joinFull(lines, swiftLine));
  return found && { ...plainLabel(plainText(found[1]!)), counterpartyName: givenId(found[2]!), counterpartyIban: found[3]! };
}

const capital = /(?:^|\s)(NAAM|OMSCHRIJVING|IBAN|BIC|KENMERK|MACHTIGING|INCASSANT|BETALINGSKENM\.): */g;

/** `SEPA INCASSO ... NAAM: ... MACHTIGING: ... OMSCHRIJVING: ... IBAN: ... KENMERK: ...`, as ABN AMRO writes it without slashes. */
function capitals(text: string): LabelParts | null {
  const found = text.includes('NAAM:') ? [...text.matchAll(capital)] : [];
  const values = new Map(found.map((match, i) => [match[1]!, text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length).trim()]));
  if (!values.has('NAAM') || !(values.has('OMSCHRIJVING') || values.has('IBAN'))) return null;
  const remittance = values.get('OMSCHRIJVING') ?? values.get('BETALINGSKENM.') ?? text.slice(0, found[0]!.index);
  return { counterpartyName: givenId(values.get('NAAM')!), counterpartyIban: ibanOf(values.get('IBAN') ?? null), remittance, reference: null, endToEndId: givenId(values.get('KENMERK') ?? null), mandateId: givenId(values.get('MACHTIGING') ?? null) };
}

const written = /(?:^|[\s/])(?:REK|IBAN): ?([A-Z]{2}\d{2}[A-Z0-9]{8,30})(?:\/? ?(?:NAAM|NAME|NAAM\/NAME): ?([^/]+))?/;

const polish = /(?:^|; ?)(ID IPH|Z RACH\.|NA RACH\.|OD|DLA|TYT\.|TNR): ?/g;

/** `...; Z RACH.: number; OD: name  address; TYT.: purpose; TNR: number` of mBank. */
function betweenSemicolons(lines: readonly string[]): LabelParts | null {
  const text = lines.join('');
  const found = text.includes('TYT.:') ? [...text.matchAll(polish)] : [];
  const values = new Map(found.map((match, i) => [match[1]!, text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length).trim()]));
  if (!values.has('TYT.')) return null;
  return {
    ...plainLabel(plainText(values.get('TYT.')!)),
    counterpartyName: givenId((values.get('OD') ?? values.get('DLA') ?? '').split(/\s{2,}/)[0]!),
    counterpartyIban: accountOf(values.get('Z RACH.') ?? values.get('NA RACH.') ?? ''),
  };
}

function freeText(lines: readonly string[]): LabelParts {
  const polishParts = betweenSemicolons(lines);
  if (polishParts) return polishParts;
  const text = plainText(joinFull(lines.map((line) => line.trimEnd()), swiftLine));
  const parts = capitals(text);
  if (parts) return parts;
  const account = written.exec(text);
  return { ...(readSepaKeywords(text) ?? plainLabel(text)), ...(account ? { counterpartyIban: ibanOf(account[1]!), counterpartyName: givenId(account[2] ?? null) } : {}) };
}

/** Field NS, the remarks of the MultiCash banks: a number before each line, 01 to 14 for the purpose, 15 and 16 for the name. */
export function readRemarks(lines: readonly string[]): LabelParts {
  const numbered = lines.map((line) => /^(\d{2})(.*)$/.exec(line)).filter((match) => match !== null);
  const pick = (from: number, to: number): string => plainText(joinFull(numbered.filter(([, number]) => Number(number) >= from && Number(number) <= to).map(([, , text]) => text!), purposeLine));
  return { ...plainLabel(pick(1, 14)), counterpartyName: givenId(pick(15, 16)) };
}

/** Nothing is put behind a line that is full: a reference may go on in the next. */
function joinFull(lines: readonly string[], full: number): string {
  return lines.reduce((text, line, i) => (i === 0 || lines[i - 1]!.length >= full ? text + line : `${text} ${line}`), '');
}
