import { givenId } from '../text.js';
import type { LabelParts } from './label-parts.js';

/** One language's way to tell a transfer in one line: an opening, who, what for, and a reference, each under its word. */
interface Grammar {
  /** A word that the whole can only have where it is told this way. */
  readonly sign: RegExp;
  readonly form: RegExp;
}

/** Most labels are none of these, and shown to be none by one look: the word before the name, or the first letters. */
const anySign = /(?:GEBER|AGG\.?|SENDER|ZAHLER|F(?:Ä|AE|A)NGER|NAAM): |^(?:BONIF|DISPOS|ACCRED|GIRO|TRANSF|FASTER|CREDIT|BACS|CHAPS|SEPA|INWARD|BANK|PAYMENT|PRZELEW)/i;

const rest = String.raw`(?<name>.+?)(?: (?:TEXT)[.:]* ?(?<text>.*?))?(?: (?:REFERENCE)[.:+]* ?(?<reference>\S+))?(?: IBAN(?: \p{L}+)?: ?(?<iban>[A-Z]{2}\d{2}[A-Z0-9]{11,30})(?: BIC\b.*)?)?$`;
const grammar = (sign: string, opening: string, text: string, reference: string): Grammar => ({
  sign: new RegExp(sign, 'i'),
  form: new RegExp(`${opening}${rest.replace('TEXT', text).replace('REFERENCE', reference)}`, 'iu'),
});

const grammars: readonly Grammar[] = [
  grammar('AUFTRAGG|ABSENDER|EINZAHLER|EMPF[ÄA]', String.raw`^.*?\b(?:AUFTRAGGEBER|AUFTRAGG\.?|ABSENDER|EINZAHLER|(?:ZAHLUNGS)?EMPF(?:Ä|AE|A)NGER): ?`, 'VERWENDUNGSZWECK:|VERW\\.-?ZWECK:|VWZ:|ZWECK:|KUNDENDATEN:|ZAHLUNGSREFERENZ:|SVWZ\\+', '(?:EREF|KREF|REFERENZ|REF)[:.+]'),
  grammar('BONIFICO|DISPOSIZIONE|ACCREDITO|GIROCONTO', String.raw`^(?:BONIFICO|DISPOSIZIONE|ACCREDITO|GIROCONTO)\b.*? (?:ORD(?:INANTE)?|MITT(?:ENTE)?|BEN(?:EF(?:ICIARIO)?)?|SEPA (?:DA|A))[.:]+ ?`, '(?:BEN(?:EF(?:ICIARIO)?)?[.:]+ .+? )?(?:CAUSALE|CAUS|DESCR(?:IZIONE)?|PER)[.:]', '(?:COMM[.:].*? )?(?:RIF(?:ERIMENTO)?|TRN|CRO)[.:]'),
  grammar('TRANSF', String.raw`^TRANSF(?:ERENCIA|ER[ÊE]NCIA|\.)?(?: (?:INMEDIATA|SEPA|RECIBIDA|RECEBIDA|EMITIDA|A SU FAVOR))* (?:DE|ORDENANTE:?|REMITENTE:?|A FAVOR DE) `, 'CONCEPTO|DESCRITIVO|MOTIVO', 'REF(?:ERENCIA)?[.:]?'),
  grammar('NAAM:', String.raw`^.*?\bNAAM: ?`, 'OMSCHRIJVING:', '(?:KENMERK|BETALINGSKENM)[.:]+'),
  grammar('TRANSFER|PAYMENT|CREDIT', String.raw`^(?:(?:FASTER|CREDIT|BACS|CHAPS|SEPA|INWARD|BANK|GIRO) )*(?:TRANSFER|PAYMENT|CREDIT)(?: RECEIVED)? (?:FROM|BY ORDER OF|B\/O) `, 'REF(?:ERENCE)?|DETAILS|RE:', '/'),
  grammar('PRZELEW', String.raw`^PRZELEW\b.*? (?:OD|NADAWCA|ODBIORCA):? `, 'TYTU[ŁL]EM:?|TYTU[ŁL]:?', 'REF[.:]'),
];

/** Whether the label could be one of these at all. */
export function mayBeTransfer(text: string): boolean {
  return anySign.test(text);
}

/** Takes apart a transfer's label such as `GUTSCHRIFT AUFTRAGGEBER: X VERWENDUNGSZWECK: Y EREF: Z` or `TRANSFERENCIA RECIBIDA DE X CONCEPTO Y`; null when it is none. */
export function readTransferLabel(text: string): LabelParts | null {
  if (!mayBeTransfer(text)) return null;
  for (const { sign, form } of grammars) {
    if (!sign.test(text)) continue;
    const found = form.exec(text)?.groups;
    if (found?.['text'] === undefined) continue; // without the word before the text nobody knows where the name ends
    const reference = givenId(found['reference'] ?? null);
    const isEndToEnd = /\bEREF[:.+]/i.test(text);
    return {
      counterpartyName: givenId(found['name']!.trim()), counterpartyIban: found['iban'] ?? null, remittance: found['text'].trim(), reference: isEndToEnd ? null : reference, endToEndId: isEndToEnd ? reference : null, mandateId: null,
    };
  }
  return null;
}
