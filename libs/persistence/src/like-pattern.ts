/** A search text for LIKE on lowered text: its own % and _ mean themselves. */
export function likePattern(text: string): string {
  return text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&');
}
