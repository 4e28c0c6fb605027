import { expect, it } from '@jest/globals';
import { camtFormat } from '../camt/camt-format.js';
import { cfonb120Format } from '../cfonb120/cfonb120-format.js';
import { csvFormat } from '../csv/csv-format.js';
import { mt940Format } from '../mt940/mt940-format.js';
import { ofxFormat } from '../ofx/ofx-format.js';
import { afterProlog } from './prolog.js';
import { within } from '../../testing/processor-time.js';

it.each([
  ['<?xml version="1.0"?>\n<!-- a > b -->\n<?xml-stylesheet x?> <OFX>', '<OFX>'],
  ['\ufeff\n<Document>', '<Document>'],
  ['<?OFX OFXHEADER="200"?>', '<?OFX OFXHEADER="200"?>'],
  ['<!-- never closed', '<!-- never closed'],
])('of "%s" there remains "%s"', (text, rest) => expect(afterProlog(text)).toBe(rest));

it('no format takes long to say that a hostile beginning is not its own', async () => {
  for (const piece of ['\n', ' ', '<!---->', '<!-- -->x', '<?xml ?>', ':20', '{1:', '01', ';', '"', '\t\r', '<a>', '0'.repeat(120)]) {
    const text = piece.repeat(65_536 / piece.length);
    for (const format of [camtFormat, cfonb120Format, csvFormat, mt940Format, ofxFormat]) {
      const bytes = new TextEncoder().encode(text);
      await within(250, () => format.detect({ bytes, text, whole: false })).catch((error: unknown) => {
        throw new Error(`${format.name}, of "${piece}"`, { cause: error });
      });
    }
  }
});
