import type { Sentence } from '@lettrage/sentences';
import { say } from './catalogue/sentences.js';
import type { FileHead } from './format-reader.js';

const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What the first member of an Office Open XML or OpenDocument file is called (ECMA-376 part 2; OpenDocument 1.3 part 2, 3.3). */
const firstInWorkbook = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|mimetype$)/;

/** Of an archive: whether it is a spreadsheet program's file, which is a ZIP archive inside. */
export function isWorkbook(head: Uint8Array): boolean {
  const length = head[26]! | (head[27]! << 8);
  return firstInWorkbook.test(Buffer.from(head.subarray(30, 30 + length)).toString('latin1'));
}

/** What a file is of which no format was found: what accountants are most often sent in the place of an export is called by its name. */
export function otherDocument({ bytes, text }: FileHead): Sentence {
  if (/^\s*%PDF-/.test(text)) return say('file_is_pdf');
  if (oldWorkbook.every((byte, at) => bytes[at] === byte)) return say('file_is_workbook');
  if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return say('file_is_web_page');
  return say('file_of_no_format');
}
