/**
 * What follows the XML declaration, `<?xml-...?>` instructions and comments at the beginning of a text. By searches and not by one regular expression, which a
 * file of many comments would keep busy for ever.
 */
export function afterProlog(text: string): string {
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    const close = /^<\?xml[\s-]/i.test(text.slice(at, at + 6)) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    const end = close === null ? -1 : text.indexOf(close, at + 4);
    if (close === null || end < 0) return text.slice(at);
    at = end + close.length;
  }
}
