/** The `code` of a Node error (ENOENT, EADDRINUSE ...), or an empty string for anything else that was thrown. */
export function codeOf(error: unknown): string {
  // Not `instanceof Error`: under a test runner Node's own errors come from another realm.
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
