import type { FileHead, FormatReader } from '../format-reader.js';
import { afterProlog } from '../xml/prolog.js';

/** CAMT.052, .053 and .054: any XML that is not another format's, so that the refusal can say which message it is. */
export const camtFormat: FormatReader = {
  name: 'camt',
  detect: (head: FileHead) => /^\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_])/.test(head.text) && !/^<(?:\?OFX|OFX[\s>]|!DOCTYPE html|html)/i.test(afterProlog(head.text)),
  load: async () => (await import('./read-camt.js')).readCamt,
};
