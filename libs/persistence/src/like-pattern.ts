/** A search text for LIKE on lowered text: its own % and _ mean themselves. */
export function likePattern(text: string): string {
  return likeText(text.toLowerCase());
}

/** The same for a query that lowers it itself, as what it is compared with: PostgreSQL's small letters are not always JavaScript's (Σ). */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
