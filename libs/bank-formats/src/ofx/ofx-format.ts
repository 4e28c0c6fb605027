import type { FormatReader } from '../format-reader.js';
import { afterProlog } from '../xml/prolog.js';

/** OFX and QFX, 1.x (SGML) and 2.x (XML). The declared character set is often wrong, so the bytes decide. */
export const ofxFormat: FormatReader = {
  name: 'ofx',
  detect: (head) => /^\s*(?:OFXHEADER\s*:|DATA\s*:\s*OFX)/i.test(head.text) || /^<(?:\?OFX\s|OFX\s*>)/i.test(afterProlog(head.text)),
  load: async () => (await import('./read-ofx.js')).readOfx,
};
