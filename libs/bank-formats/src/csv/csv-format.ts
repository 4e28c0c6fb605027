import type { FileHead, FormatReader, ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
export const csvFormat: FormatReader = { name: 'csv', lookedFor: 'CSV', detect: (_head: FileHead) => false, read: async function* (_s: AsyncIterable<Uint8Array>, _c: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> { throw new Error('x'); } };
