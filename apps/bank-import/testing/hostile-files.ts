import { crc32, deflateRawSync } from 'node:zlib';

/** Files that were made to harm who reads them, in pieces as an upload brings them. */
export interface HostileFile {
  readonly name: string;
  readonly pieces: () => Iterable<Uint8Array>;
  /** Codes of the refusal, of which one must be said; null where the file may be read. */
  readonly refused: readonly string[] | null;
}

const megabyte = 1_000_000;
const bytes = (text: string): Buffer => Buffer.from(text);
const head =
  '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-06-30T00:00:00</CreDtTm></GrpHdr>' +
  '<Stmt><Id>1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>';
const tail = '</Stmt></BkToCstmrStmt></Document>';
const entry = '<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>';
const csvHead = 'Date;Libellé;Montant;Devise\n';
const swiftHead = ':20:1\n:25:1\n:28C:1\n:60F:C260630EUR1,\n';
const ofxHead = 'OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR';

/** One piece many times over, between a beginning and an end. */
function* flood(begin: string, piece: string | Uint8Array, times: number, end = ''): Generator<Uint8Array> {
  yield bytes(begin);
  const repeated = typeof piece === 'string' ? bytes(piece) : piece;
  for (let i = 0; i < times; i++) yield repeated;
  yield bytes(end);
}

const filled = (character: string): Buffer => Buffer.alloc(megabyte, character);
const limit = ['limit_exceeded'];

export const hostileFiles: readonly HostileFile[] = [
  { name: 'a document type', refused: ['doctype_refused'], pieces: () => flood('<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><Document/>', '', 0) },
  { name: 'nested entities', refused: ['doctype_refused'], pieces: () => flood('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">', '<!ENTITY c "&b;&b;&b;&b;">', 1000, ']><d>&c;</d>') },
  { name: 'an entity of no document type', refused: ['xml_not_well_formed'], pieces: () => flood(`${head}<X>&bomb;</X>`, '', 0, tail) },
  { name: '2,000,000 numeric references in one text', refused: limit, pieces: () => flood(`${head}<X>`, '&#65;'.repeat(200_000), 10, `</X>${tail}`) },
  { name: '30,000,000 numeric references in many texts', refused: limit, pieces: () => flood(head, `<X>${'&#65;'.repeat(50_000)}</X>`, 600, tail) },
  { name: '200,000 levels', refused: limit, pieces: () => flood(head, '<a>'.repeat(200_000), 1) },
  { name: 'one text of 200 MB', refused: limit, pieces: () => flood(`${head}<X>`, filled('A'), 200, `</X>${tail}`) },
  { name: 'one attribute of 150 MB', refused: limit, pieces: () => flood(`${head}<X a="`, filled('A'), 150) },
  { name: 'one tag of 150 MB', refused: limit, pieces: () => flood(`${head}<`, filled('A'), 150) },
  { name: '35,000,000 elements that say nothing', refused: limit, pieces: () => flood(head, '<a/>'.repeat(250_000), 150, tail) },
  { name: '20,000,000 instructions', refused: limit, pieces: () => flood(head, '<?a b?>'.repeat(140_000), 150, tail) },
  { name: '20,000,000 comments', refused: limit, pieces: () => flood('', '<!---->'.repeat(140_000), 150, head + tail) },
  { name: 'names of elements without end', refused: limit, pieces: () => names() },
  { name: 'details without end', refused: limit, pieces: () => flood(`${head}${entry}<NtryDtls>`, '<TxDtls/>'.repeat(110_000), 150) },
  { name: 'remittance of 150 MB in one entry', refused: ['reader_out_of_memory', 'xml_truncated', 'limit_exceeded'], pieces: () => flood(`${head}${entry}<NtryDtls>`, `<TxDtls><RmtInf><Ustrd>${'x'.repeat(16_000)}</Ustrd></RmtInf></TxDtls>`.repeat(62), 150) },
  { name: 'statements without end', refused: limit, pieces: () => flood(`${head}</Stmt>`, '<Stmt><Id>1</Id></Stmt>'.repeat(40_000), 50) },
  { name: 'half a surrogate', refused: ['wrong_encoding'], pieces: () => [Buffer.from(`\ufeff${head}\ud800${tail}`, 'utf16le')] },
  { name: 'zeros', refused: ['unknown_format'], pieces: () => flood('', Buffer.alloc(megabyte), 50) },
  { name: 'zeros within a text', refused: ['xml_not_well_formed'], pieces: () => flood(`${head}<X>`, '\0\0\0', 1, `</X>${tail}`) },
  { name: 'a CSV of one row of 100 MB', refused: limit, pieces: () => flood(`${csvHead}30/06/2026;"`, filled('A'), 100) },
  { name: 'a CSV of 1,000,000 columns', refused: limit, pieces: () => flood(`${csvHead}30/06/2026`, ';'.repeat(megabyte), 1) },
  { name: 'a CSV of 150,000,000 blank rows', refused: limit, pieces: () => flood(csvHead, filled('\n'), 150) },
  { name: 'MT940 with a line of 150 MB', refused: limit, pieces: () => flood(`${swiftHead}:86:`, filled('A'), 150) },
  { name: 'MT940 with 20,000,000 lines for one movement', refused: limit, pieces: () => flood(`${swiftHead}:61:260630C1,NTRFX\n`, ':86:x\n'.repeat(160_000), 150) },
  { name: 'MT940 in envelopes that never close', refused: ['limit_exceeded', 'bad_record'], pieces: () => flood(`${swiftHead}{1:`, '{1:'.repeat(300_000), 1) },
  { name: 'OFX with a text of 150 MB', refused: limit, pieces: () => flood(`${ofxHead}<STMTTRN><MEMO>`, filled('A'), 150) },
  { name: 'OFX with 10,000,000 fields', refused: limit, pieces: () => fields() },
  { name: 'OFX that is nested without end', refused: limit, pieces: () => flood(ofxHead, '<LEDGERBAL>'.repeat(90_000), 150) },
  { name: 'a ZIP of 250 MB of blanks', refused: ['archive_refused'], pieces: () => [zip([{ name: 'a.xml', data: Buffer.alloc(250 * megabyte, ' ') }])] },
  { name: 'a ZIP of many small bombs', refused: ['archive_refused', 'limit_exceeded'], pieces: () => [manyMembers()] },
  { name: 'a ZIP that lies about its size', refused: ['archive_damaged'], pieces: () => [zip([{ name: 'a.xml', data: Buffer.alloc(50 * megabyte, ' '), size: 1000 }])] },
  { name: 'a link in a ZIP', refused: ['archive_refused'], pieces: () => [zip([{ name: 'a.xml', data: bytes('/etc/passwd'), mode: 0o120777 }])] },
  { name: 'a way out of the folder in a ZIP', refused: ['archive_damaged', 'archive_refused'], pieces: () => [zip([{ name: '../../etc/passwd', data: bytes(head + tail) }])] },
  { name: 'a ZIP in a ZIP', refused: ['archive_refused'], pieces: () => [zip([{ name: 'a.zip', data: zip([{ name: 'a.xml', data: bytes(head + tail) }]) }])] },
  { name: 'a ZIP that is none', refused: ['archive_damaged'], pieces: () => flood('PK\u0003\u0004', filled('A'), 60) },
];

function* names(): Generator<Uint8Array> {
  yield bytes(head);
  for (let piece = 0; piece < 100; piece++) yield bytes(Array.from({ length: 80_000 }, (_, i) => `<a${piece}_${i}/>`).join(''));
}

function* fields(): Generator<Uint8Array> {
  yield bytes(`${ofxHead}<STMTTRN>`);
  for (let piece = 0; piece < 150; piece++) yield bytes(Array.from({ length: 60_000 }, (_, i) => `<A${piece}X${i}>1`).join(''));
}

/** Each grows less than what is looked at, together they grow beyond what an archive may. */
function manyMembers(): Uint8Array {
  const data = Buffer.concat([bytes(head), bytes(`<X>${' '.repeat(200_000)}</X>`.repeat(45)), bytes(tail)]);
  const packed = deflateRawSync(data);
  return zip(Array.from({ length: 40 }, (_, i) => ({ name: `${i}.xml`, data, packed })));
}

interface Member {
  readonly name: string;
  readonly data: Uint8Array;
  readonly packed?: Uint8Array;
  /** What the directory says, true or not. */
  readonly size?: number;
  readonly mode?: number;
}

/** A ZIP archive as its specification has it, except for what a member says of itself. */
export function zip(members: readonly Member[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, packed = deflateRawSync(data), size = data.length, mode = 0o100644 } of members) {
    const file = Buffer.alloc(30);
    const entryOfFile = Buffer.alloc(46);
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(0x800, 2);
    said.writeUInt16LE(8, 4);
    said.writeUInt32LE(crc32(data), 10);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(size, 18);
    said.writeUInt16LE(Buffer.byteLength(name), 22);
    file.writeUInt32LE(0x04034b50, 0);
    said.copy(file, 4);
    entryOfFile.writeUInt32LE(0x02014b50, 0);
    entryOfFile.writeUInt16LE(0x0314, 4);
    said.copy(entryOfFile, 6);
    entryOfFile.writeUInt32LE(mode * 0x10000, 38);
    entryOfFile.writeUInt32LE(offset, 42);
    parts.push(file, bytes(name), packed);
    directory.push(entryOfFile, bytes(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.reduce((sum, part) => sum + part.length, 0), 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
