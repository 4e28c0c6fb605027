/** The words of a line in capitals without accents and signs, in their order: what two exports of the same payment have in common. */
export function wordsOf(text: string): string[] {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}+/gu, '');
  return plain.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
