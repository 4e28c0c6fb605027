import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const head = '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">';

export function zeros(): Uint8Array {
  return new Uint8Array(4096);
}

export function depth(): Uint8Array {
  return text(head + '<a>'.repeat(200_000));
}

/** A text twice as long as the longest that is read. */
export function endlessText(): Uint8Array {
  return text(`${head}<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>${'A'.repeat(524_288)}`);
}

/** A quotation mark that opens, and a mebibyte behind it without its end. */
export function endlessRow(): Uint8Array {
  return text(`Date;Libellé;Montant;Devise\n30/06/2026;"${'x\n'.repeat(1_048_576)}`);
}

export function brokenZip(): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../fixtures/zip/two-days.zip')).subarray(0, 300);
}

export function emptyZip(): Uint8Array {
  return zip([]);
}

/** A member that is a symbolic link, as Info-ZIP writes it. */
export function linkInZip(): Uint8Array {
  return zip([{ name: 'juin.xml', content: text('/etc/passwd'), mode: 0o120777 }]);
}

export function zipInZip(): Uint8Array {
  return zip([{ name: 'inner.zip', content: zip([{ name: 'juin.csv', content: text('Date;Montant\n') }]) }]);
}

/** As a spreadsheet program saves it: an archive of XML. */
export function workbook(): Uint8Array {
  return zip([{ name: '[Content_Types].xml', content: text('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') }, { name: 'xl/workbook.xml', content: text('<workbook/>') }]);
}

export function openDocumentWorkbook(): Uint8Array {
  return zip([{ name: 'mimetype', content: text('application/vnd.oasis.opendocument.spreadsheet') }, { name: 'content.xml', content: text('<office:document-content/>') }]);
}

export function workbookInZip(): Uint8Array {
  return zip([{ name: 'juin.xlsx', content: workbook() }]);
}

/** As it was saved before 2007: OLE compound file, [MS-CFB] 2.2. */
export function oldWorkbook(): Uint8Array {
  const bytes = new Uint8Array(1536).fill(0xff);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  return bytes;
}

export function twoFormatsInZip(): Uint8Array {
  const csv = text('Date;Libellé;Montant;Devise\n30/06/2026;VIR MENARD FRERES;120,00;EUR\n');
  const mt940 = text(':20:STARTUMS\n:25:20041010/1234567\n:28C:6/1\n:60F:C260630EUR500,00\n:62F:C260630EUR500,00\n-\n');
  return zip([{ name: 'juin.sta', content: mt940 }, { name: 'juin.csv', content: csv }]);
}

/** One month of one account, exported twice with other columns. */
export function twoExportsInZip(): Uint8Array {
  const short = text('Date;Libellé;Montant;Devise\n30/06/2026;VIR MENARD FRERES;120,00;EUR\n');
  const long = text('Date;Date valeur;Libellé;Débit;Crédit;Devise\n29/06/2026;29/06/2026;LOYER;900,00;;EUR\n30/06/2026;30/06/2026;VIR MENARD FRERES FA12;;120,00;EUR\n');
  return zip([{ name: 'juin.csv', content: short }, { name: 'juin-2.csv', content: long }]);
}

interface Member {
  readonly name: string;
  readonly content: Uint8Array;
  /** Of a Unix file. */
  readonly mode?: number;
}

/** A ZIP archive whose members are stored, not compressed (PKWARE appnote 4.3.7, 4.3.12, 4.3.16). */
export function zip(members: readonly Member[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, mode = 0o100644 } of members) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fields(local, 4, name, content);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    // Made on Unix, which is what makes the upper half of the attributes a mode.
    entry.writeUInt16LE((3 << 8) | 20, 4);
    fields(entry, 6, name, content);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
    locals.push(local, Buffer.from(name), Buffer.from(content));
    at += 30 + Buffer.byteLength(name) + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.reduce((sum, part) => sum + part.length, 0), 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** What the header of a member and its entry in the directory have in common, from "version needed" on. */
function fields(header: Buffer, from: number, name: string, content: Uint8Array): void {
  header.writeUInt16LE(20, from);
  header.writeUInt32LE(crc32(content), from + 10);
  header.writeUInt32LE(content.length, from + 14);
  header.writeUInt32LE(content.length, from + 18);
  header.writeUInt16LE(Buffer.byteLength(name), from + 22);
}
