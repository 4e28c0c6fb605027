/** An id from a path: what is no UUID finds nothing, instead of being an error of the query. */
export function uuidOrNone(text: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null;
}
