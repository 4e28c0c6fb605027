/** French puts a space before ; : ? ! % » and after «, at which no line may break. */
export function withNoBreakSpaces<Tree extends object>(tree: Tree): Tree {
  const spaced = Object.entries(tree).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? value.replace(/ (?=[;:?!%»])|(?<=«) /g, '\u00a0') : withNoBreakSpaces(value as object),
  ]);
  return Object.fromEntries(spaced) as Tree;
}
