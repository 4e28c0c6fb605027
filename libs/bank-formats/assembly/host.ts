// What only the host can tell, because it takes expressions, tables or the rest of the file. Texts are handed over as places.

/** A date as a number, year, month and day one behind the other; 0 for what is no date. */
export declare function dateOf(from: usize, to: usize): u32;

export declare function isBalance(from: usize, to: usize): bool;

export declare function mayBeTransfer(from: usize, to: usize): bool;

export declare function isIdGiven(from: usize, to: usize): bool;

/** Looks for creditor references in the texts of a label: 0 for none, 1 for some, and 2 if the one that is called its reference is among them. */
export declare function takeReferences(row: i32, reference: usize, referenceEnd: usize, remittance: usize, remittanceEnd: usize): i32;

/** Sees to the rows before the first one; false where those below are not booked. */
export declare function settle(): bool;

/** Finds out what the row that was scanned last and those after it have in common; false where they cannot be read here. */
export declare function beginFrame(): bool;

/** The rows so far are all of their frame. */
export declare function endFrame(): void;

/** Digests the beginning of an identity, which stands between the places, with what `normalised` makes of name and remittance of the row behind it. */
export declare function digestWide(row: i32, from: usize, to: usize): void;

/** Writes the creditor references of the row, which has some, as JSON, and answers where they end. */
export declare function writeReferences(row: i32, at: usize): usize;
