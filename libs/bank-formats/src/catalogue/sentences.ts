import { moneySentences, type Saying, sentencesOf } from '@lettrage/sentences';
import { csvSentences } from './sentences/csv-sentences.js';
import { fileSentences } from './sentences/file-sentences.js';
import { recordSentences } from './sentences/record-sentences.js';
import { statementSentences } from './sentences/statement-sentences.js';
import { xmlSentences } from './sentences/xml-sentences.js';

/** What the readers say of a single case, in both languages; what a code means in every case stands in `refusals.ts` and `warnings.ts`. */
export const readerSentences = { ...fileSentences, ...xmlSentences, ...statementSentences, ...recordSentences, ...csvSentences, ...moneySentences };

export const say: Saying<typeof readerSentences> = sentencesOf(readerSentences);
