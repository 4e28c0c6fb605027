/** Remainder by 97 of a text of digits and capitals, A = 10 to Z = 35 (ISO 7064, as ISO 11649 and ISO 13616 use it). */
export function mod97(text: string): number {
  let remainder = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    remainder = code < 58 ? (remainder * 10 + code - 48) % 97 : (remainder * 100 + code - 55) % 97;
  }
  return remainder;
}
