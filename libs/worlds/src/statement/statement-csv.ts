import { formatDecimal, minorUnits } from '@lettrage/money';
import type { WorldStatement, WorldTransaction } from '../world.js';

/**
 * The statement as a French bank exports it, in chunks of text: semicolons, decimal comma, `JJ/MM/AAAA`, debit and credit in two
 * columns, all that is known of a transaction in one label. A batch entry is written as its transactions.
 */
export function* statementCsv(statement: WorldStatement): Generator<string> {
  let chunk = 'Date;Date de valeur;Libellé;Débit;Crédit;Référence\r\n';
  for (const transaction of statement.transactions) {
    const size = transaction.amountMinor < 0n ? -transaction.amountMinor : transaction.amountMinor;
    const amount = formatDecimal(size, minorUnits(transaction.currency)).replace('.', ',');
    const columns = transaction.amountMinor < 0n ? `${amount};` : `;${amount}`;
    chunk += `${french(transaction.bookingDate)};${french(transaction.valueDate)};${field(label(transaction))};${columns};${transaction.reference}\r\n`;
    if (chunk.length < 1 << 16) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function label({ amountMinor, counterpartyName, remittanceLines, structuredReference, endToEndId, truth }: WorldTransaction): string {
  const parts: string[] = [];
  if (truth.kind.startsWith('other:') && amountMinor < 0n) parts.push(counterpartyName ?? '');
  else parts.push(amountMinor < 0n ? 'VIR EMIS' : 'VIR RECU', counterpartyName === null ? '' : `DE: ${counterpartyName.slice(0, 35)}`);
  if (remittanceLines.length > 0) parts.push(amountMinor < 0n ? remittanceLines.join('') : `MOTIF: ${remittanceLines.join('')}`);
  const reference = structuredReference ?? endToEndId;
  if (reference !== null) parts.push(`REF: ${reference}`);
  return parts.filter((part) => part !== '').join(' ');
}

function french(date: string): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
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
