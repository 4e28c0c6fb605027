/** Counts the lines of a text that comes in pieces. */
export class LineCount {
  /** Characters of the pieces that are done. */
  passed = 0;
  private line = 1;
  /** Characters of the line that came before the piece. */
  private columnBefore = 0;

  /** Where a place of the current piece is; both count from 1. */
  placeOf(piece: string, at: number): { line: number; column: number } {
    let { line } = this;
    let start = -1;
    for (let i = piece.indexOf('\n'); i >= 0 && i < at; i = piece.indexOf('\n', i + 1)) {
      line++;
      start = i;
    }
    return { line, column: start < 0 ? this.columnBefore + at + 1 : at - start };
  }

  /** The piece is done as far as that: the next one begins there. */
  pass(piece: string, upTo: number): void {
    const { line, column } = this.placeOf(piece, upTo);
    this.line = line;
    this.columnBefore = column - 1;
    this.passed += upTo;
  }
}
