import type { FileProblem, Problem } from '../api/types.js';

/** What a service says of a case: in English, and where it has one, as a sentence that can be said in other languages. */
export interface Said {
  detail: string;
  sentence?: Problem['sentence'];
}

/**
 * The sentence in the words of `templates`, its values written by `write`; the service's own text where there is no template, or a value of it is missing. `{name|a=one|b=two}`
 * has a word for each value.
 */
export function sentenceText({ detail, sentence }: Said, templates: Readonly<Record<string, string | undefined>>, write: (value: string, name: string) => string): string {
  const template = sentence && Object.hasOwn(templates, sentence.id) ? templates[sentence.id] : undefined;
  if (!sentence || template === undefined) return detail;
  const { values } = sentence;
  const places = /\{(\w+)((?:\|\w+=[^|}]*)*)\}/g;
  if (![...template.matchAll(places)].every(([, name]) => Object.hasOwn(values, name!))) return detail;
  const text = template.replace(places, (_whole, name: string, words: string) => {
    const value = values[name]!;
    const word = words.split('|').find((one) => one.startsWith(`${value}=`));
    return word === undefined ? write(value, name) : word.slice(value.length + 1);
  });
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What is said of a file. */
export function saidOf({ message, sentence }: FileProblem): Said {
  return { detail: message, sentence };
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Values as the reader writes them, what a file says as it stands: instants, people by name, and what `others` writes (amounts, dates). */
export function valuesWrittenBy(writes: { instant: (text: string) => string; person: (userId: string) => string; others: (text: string) => string }): (value: string, name: string) => string {
  return (value, name) => (name.startsWith('quoted') ? value : name === 'person' ? writes.person(value) : instant.test(value) ? writes.instant(value) : writes.others(value));
}
