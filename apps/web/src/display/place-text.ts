import type { FileProblem } from '../api/types.js';

type Place = NonNullable<FileProblem['place']>;
/** Parts that have a word in front of them; a member of an archive and a path in the XML stand as they are. */
export type PlacePart = Exclude<keyof Place, 'member' | 'path'>;

const parts = ['statement', 'line', 'column', 'record', 'byte', 'field'] as const satisfies readonly PlacePart[];

/** Where in a file, in the words of the reader; empty where nothing is known of it. */
export function placeText(place: FileProblem['place'], word: (part: PlacePart, value: string) => string): string {
  if (!place) return '';
  const worded = parts.flatMap((part) => (place[part] === undefined ? [] : [word(part, String(place[part]))]));
  return [place.member, ...worded, place.path].filter(Boolean).join(', ');
}
