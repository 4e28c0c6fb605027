import type { FormatReader } from '../format-reader.js';

/** SWIFT MT940 and MT942 of banks to companies, with or without the SWIFT envelope. */
export const mt940Format: FormatReader = {
  name: 'mt940',
  detect: (head) => /(?:^|[\r\n}:@])[ \t\ufeff]{0,20}:20:/.test(head.text) && /[\r\n@]:(?:25P?|28C?|60[FM]|61):/.test(head.text),
  load: async () => (await import('./read-mt940.js')).readMt940,
};
