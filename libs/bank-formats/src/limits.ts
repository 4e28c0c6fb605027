/**
 * What no honest statement exceeds. The file as a whole has no limit here (a million entries stream in constant memory);
 * who receives uploads limits their bytes.
 */
export const limits = {
  /** Deepest nesting of elements; camt.053 itself needs 16. */
  xmlDepth: 64,
  /** Characters of one text, comment, tag or instruction. The longest text of ISO 20022 has 10,000 (SplmtryData aside). */
  xmlTokenChars: 262_144,
  xmlAttributes: 64,
  /** Numeric character references from which on it is looked whether they are more than half of the file. */
  xmlReferences: 100_000,
  /** Elements, comments and instructions in a row of which none is read; between two entries of a statement there may be hundreds. */
  xmlUnread: 1_000_000,
  /** Names of elements that are not in the table of those seen before: the largest schema has 700. */
  xmlNames: 100_000,
  /** Details in one entry that are held at once: a salary batch has thousands. */
  detailsOfEntry: 200_000,
  /** Characters of remittance of one transaction; more is cut off. */
  remittanceChars: 16_384,
  referencesOfTransaction: 1_000,
  chargesOfTransaction: 1_000,
  /** Characters of one movement of MT940 with all that is said of it: six lines by the standard. */
  movementChars: 65_536,
  statementsOfFile: 10_000,
  /** Warnings kept of one file; a file can be wrong in every row. */
  warningsOfFile: 1_000,
  /** Bytes looked at to tell the format. */
  headBytes: 65_536,
  csvColumns: 256,
  csvRowChars: 1_048_576,
  csvBlankRows: 100_000,
  /** Rows kept while the dialect of a CSV is being decided. */
  csvSampleRows: 2_000,
  /** Bytes of an archive as it comes, which is held whole; of its members together when unpacked; and their number. */
  archiveHeldBytes: 64 * 1024 ** 2,
  archiveBytes: 200_000_000,
  archiveMembers: 1_000,
  /** A member that grows more than this when unpacked is a bomb; XML of statements reaches about 40. */
  archiveRatio: 100,
} as const;
