import type { FileHead, FormatReader } from '../format-reader.js';
import { delimiters } from './row-splitter.js';

/** CSV of any bank whose columns can be told by their titles, by their content, by a profile, or by a mapping that was saved. */
export const csvFormat: FormatReader = {
  name: 'csv',
  // Last of all formats: text in lines with delimiters. What the columns are is seen when reading.
  // oxlint-disable-next-line no-control-regex -- control characters tell binary files from text
  detect: (head: FileHead) => !/[\u0000-\u0008\u000e-\u001f]/.test(head.text) && !/^\s*[<{[%]/.test(head.text) && hasColumns(head.text),
  load: async () => (await import('./read-csv.js')).readCsv,
};

function hasColumns(text: string): boolean {
  const lines = text.split(/[\r\n]+/, 200).filter((line) => line.trim() !== '');
  return delimiters.some((delimiter) => lines.filter((line) => line.includes(delimiter)).length >= Math.min(2, lines.length));
}
