/** The value of an option that takes one, of those that were given; throws where it was given twice. */
export function givenOnce<Name extends string>(values: Readonly<Partial<Record<Name, readonly string[]>>>, name: Name): string | undefined {
  const given: readonly string[] = values[name] ?? [];
  if (given.length > 1) throw new TypeError(`Option '--${name}' is given twice`);
  return given[0];
}
