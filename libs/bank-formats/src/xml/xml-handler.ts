/** What a state of the handler wants to hear; states that want nothing cost nothing. */
export const wants = { text: 1, attributes: 2, leave: 4, enter: 8 } as const;

/**
 * The consumer is a machine of numbered states: 0 ignores a subtree. Numbers instead of names and objects keep the
 * tokenizer free of garbage for everything that is not read.
 */
export interface XmlHandler {
  /** Identifies the local names that the machine knows; 0 for any other. */
  nameId(localName: string): number;
  /** The state of a child element in the given state. */
  child(state: number, nameId: number): number;
  /** A bit set of `wants` for each state. */
  readonly wanted: Uint8Array;
  enter(state: number): void;
  attribute(state: number, name: string, value: string): void;
  text(state: number, text: string): void;
  leave(state: number): void;
}
