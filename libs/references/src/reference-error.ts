/** A reference that cannot be built from what was given; `code` is stable, the message says what was given and what is possible. */
export class ReferenceError extends Error {
  constructor(
    readonly code: 'not_alphanumeric' | 'too_long' | 'not_a_number',
    message: string,
  ) {
    super(message);
    this.name = 'ReferenceError';
  }
}
