// Beyond this the built-in sort is quicker; below, it mostly costs its own memory.
const few = 24;

/** Sorts a list that is nearly always short, in place and stably. `compare` as for arrays. */
export function smallSort<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > few) return list.sort(compare);
  for (let i = 1; i < list.length; i++) {
    const one = list[i]!;
    let place = i;
    while (place > 0 && compare(list[place - 1]!, one) > 0) {
      list[place] = list[place - 1]!;
      place--;
    }
    list[place] = one;
  }
  return list;
}

/** The order of texts by their characters' codes, as arrays sort them. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
