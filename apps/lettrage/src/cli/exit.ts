/** The input was understood and refused: exit code 1. The message names the file, the place, what is wrong and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The command was called wrongly: exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
