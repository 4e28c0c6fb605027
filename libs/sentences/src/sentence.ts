/**
 * Sentences about a single case, in both languages: `{name}` is a value, `{name|a=one|b=two}` one of the words behind it. French without its no-break spaces. Amounts are "12.50 EUR",
 * dates and instants ISO 8601, people their ids: whoever shows a sentence writes them as the reader does. What is quoted as it stands (a cell of a file) is called `quoted`.
 */
export type Templates = Readonly<Record<string, { readonly en: string; readonly fr: string }>>;

type Named<Template extends string> = Template extends `${string}{${infer Inside}}${infer Rest}` ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Named<Rest> : never;
type Given<Template extends string> = Named<Template> extends never ? [] : [Readonly<Record<Named<Template>, string>>];

/** What is said of a case: the id of its sentence and the values in it, so that it can be said in any language. */
export interface Sentence {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  /** In English. */
  readonly text: string;
}

/** Says a sentence of a catalogue: by its id, with exactly the values that its templates name. */
export type Saying<Catalogue extends Templates> = <Id extends keyof Catalogue & string>(id: Id, ...given: Given<Catalogue[Id]['en' | 'fr']>) => Sentence;

/** How a library says the sentences of its catalogue. */
export function sentencesOf<const Catalogue extends Templates>(catalogue: Catalogue): Saying<Catalogue> {
  return (id, ...given) => {
    const values: Readonly<Record<string, string>> = given[0] ?? {};
    return { id, values, text: filledIn(catalogue[id]!.en, values) };
  };
}

/** A sentence without its text, which stands beside it. */
export function onTheWire({ id, values }: Sentence): Pick<Sentence, 'id' | 'values'> {
  return { id, values };
}

/** The template with its values; a value without a word of its own stands as it is. */
export function filledIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)((?:\|\w+=[^|}]*)*)\}/g, (_whole, name: string, words: string) => {
    const value = values[name] ?? '';
    return words.split('|').find((word) => word.startsWith(`${value}=`))?.slice(value.length + 1) ?? value;
  });
}
