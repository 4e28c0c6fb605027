import { formatDecimal, minorUnits } from '@lettrage/money';
import type { Home } from '../company/home.js';
import type { WorldStatement, WorldTransaction } from '../world.js';

/** How a bank of the country words and lays out its export. */
interface Layout {
  readonly head: string;
  readonly dateSeparator: string;
  readonly received: string;
  readonly sent: string;
  /** Before the payer's name, the text, and a reference of its own. */
  readonly name: string;
  readonly text: string;
  readonly reference: string;
}

const layouts: Readonly<Record<Home, Layout>> = {
  fr: { head: 'Date;Date de valeur;Libellé;Débit;Crédit;Référence', dateSeparator: '/', received: 'VIR RECU', sent: 'VIR EMIS', name: 'DE: ', text: 'MOTIF: ', reference: 'REF: ' },
  de: { head: 'Buchungstag;Valuta;Verwendungszweck;Soll;Haben;Buchungsreferenz', dateSeparator: '.', received: 'GUTSCHRIFT', sent: 'UEBERWEISUNG', name: 'AUFTRAGGEBER: ', text: 'VERWENDUNGSZWECK: ', reference: 'EREF: ' },
  en: { head: 'Date;Value date;Description;Debit;Credit;Reference', dateSeparator: '/', received: 'CREDIT TRANSFER', sent: 'PAYMENT', name: 'FROM ', text: 'REF ', reference: '/' },
  nl: { head: 'Boekdatum;Valutadatum;Omschrijving;Af;Bij;Transactiereferentie', dateSeparator: '-', received: 'SEPA OVERBOEKING', sent: 'OVERBOEKING', name: 'NAAM: ', text: 'OMSCHRIJVING: ', reference: 'KENMERK: ' },
  it: { head: 'Data contabile;Data valuta;Descrizione;Dare;Avere;Numero movimento', dateSeparator: '/', received: 'BONIFICO A VOSTRO FAVORE', sent: 'DISPOSIZIONE', name: 'ORD: ', text: 'CAUSALE: ', reference: 'RIF: ' },
  es: { head: 'Fecha;Fecha valor;Concepto;Cargo;Abono;Referencia', dateSeparator: '/', received: 'TRANSFERENCIA RECIBIDA', sent: 'TRANSFERENCIA', name: 'DE ', text: 'CONCEPTO ', reference: 'REF ' },
};

/**
 * The statement as a bank of the country exports it, a French one if not given, in chunks of text: semicolons, decimal comma, day before month,
 * debit and credit in two columns, all that is known of a transaction in one label. A batch entry is written as its transactions.
 */
export function* statementCsv(statement: WorldStatement, home: Home = 'fr'): Generator<string> {
  const layout = layouts[home];
  let chunk = `${layout.head}\r\n`;
  for (const transaction of statement.transactions) {
    const size = transaction.amountMinor < 0n ? -transaction.amountMinor : transaction.amountMinor;
    const amount = formatDecimal(size, minorUnits(transaction.currency)).replace('.', ',');
    const columns = transaction.amountMinor < 0n ? `${amount};` : `;${amount}`;
    const [booked, value] = [transaction.bookingDate, transaction.valueDate].map((date) => dayFirst(date, layout.dateSeparator));
    chunk += `${booked};${value};${field(label(transaction, layout))};${columns};${transaction.reference}\r\n`;
    if (chunk.length < 1 << 16) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function label({ amountMinor, counterpartyName, remittanceLines, structuredReference, endToEndId, truth }: WorldTransaction, layout: Layout): string {
  const parts: string[] = [];
  if (truth.kind.startsWith('other:') && amountMinor < 0n) parts.push(counterpartyName ?? '');
  else parts.push(amountMinor < 0n ? layout.sent : layout.received, counterpartyName === null ? '' : `${layout.name}${counterpartyName.slice(0, 35)}`);
  if (remittanceLines.length > 0) parts.push(amountMinor < 0n ? remittanceLines.join('') : `${layout.text}${remittanceLines.join('')}`);
  const reference = structuredReference ?? endToEndId;
  if (reference !== null) parts.push(`${layout.reference}${reference}`);
  return parts.filter((part) => part !== '').join(' ');
}

function dayFirst(date: string, separator: string): string {
  return [date.slice(8), date.slice(5, 7), date.slice(0, 4)].join(separator);
}

function field(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Code points that Windows-1252 has between 0x80 and 0x9f; the others there are as in Latin-1. */
const windows1252 = new Map([...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, index) => [char, 0x80 + index]));

/** Bytes of the text in Windows-1252, the encoding of many French exports; what it does not have becomes a question mark. */
export function toWindows1252(text: string): Uint8Array {
  return Uint8Array.from([...text], (char) => {
    const code = char.codePointAt(0)!;
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
    return windows1252.get(char) ?? 0x3f;
  });
}
