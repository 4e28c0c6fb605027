import type { FormatReader } from '../format-reader.js';

/** CFONB 120, the account statement of the French banks: fixed records of 120 characters. */
export const cfonb120Format: FormatReader = {
  name: 'cfonb120',
  detect: (head) => /^\s*0[1457][0-9A-Z ]{5}.{4}[0-9A-Z ]{5}(?:[A-Z]{3}| {3})[\d ].[0-9A-Z ]{11}.{2}\d{6}/.test(head.text),
  load: async () => (await import('./read-cfonb120.js')).readCfonb120,
};
