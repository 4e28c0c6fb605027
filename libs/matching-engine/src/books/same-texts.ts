/** Keeps each of a few texts once: where all records have the same one, two are compared without a look at what they say. */
export class SameTexts {
  private readonly texts = new Map<string, string>();

  of(text: string): string {
    const known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, text);
    return known ?? text;
  }
}
