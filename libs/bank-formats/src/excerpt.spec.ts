import { describe, expect, it } from '@jest/globals';
import { excerptChars, excerptOf, visibleText } from './excerpt.js';

describe('an excerpt', () => {
  it.each([
    ['  <Amt>\r\n\t1,00\u0000\u007f ', '<Amt>␍␊␉1,00␀␡'],
    ['\u001b[31mred\u202egnp.exe\ufeff', '␛[31mred\\u{202e}gnp.exe\\u{feff}'],
    ['a\ud800b \u2028', 'a\\u{d800}b \\u{2028}'],
    ['é€ 𝕏', 'é€ 𝕏'],
    ['', ''],
    ['   ', ''],
  ])('%j is shown as %s', (text, shown) => {
    expect(excerptOf(text)).toBe(shown);
  });

  it('shares its spelling with the messages, which are not cut', () => {
    expect(visibleText(`"${'x'.repeat(90)}\n\u202e" is no date`)).toBe(`"${'x'.repeat(90)}␊\\u{202e}" is no date`);
  });

  it('is cut between characters, and says so', () => {
    expect(excerptOf('x'.repeat(80))).toBe('x'.repeat(80));
    expect(excerptOf('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
    expect(excerptOf('𝕏'.repeat(80))).toBe(`${'𝕏'.repeat(39)}…`);
    expect(excerptOf('\u202e'.repeat(80)).length).toBeLessThanOrEqual(excerptChars);
  });
});
