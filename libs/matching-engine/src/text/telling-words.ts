import type { Run } from './runs.js';

/** Whether a run of a text is a word that may tell something. */
export function isTelling({ digits, text }: Run): boolean {
  return !digits && text.length >= 2;
}

/** Words of the text, and those of the payer's name (marked), that may tell other money from payments of invoices. */
export function tellingWords(markedNameWords: readonly string[], runs: readonly Run[]): string[] {
  const words: string[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (isTelling(run)) words.push(run.text);
  }
  for (const word of markedNameWords) words.push(word);
  return words;
}

export const nameMark = '~';

/** Words of a name, marked so that they are never taken for words of a text. */
export function markedWords(nameWords: readonly string[]): string[] {
  const marked: string[] = [];
  for (let i = 0; i < nameWords.length; i++) marked.push(nameMark + nameWords[i]!);
  return marked;
}
