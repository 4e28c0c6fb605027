/** Rows as one array per column, for `unnest`: a batch of any size is one statement. */
export function columns<Row, Names extends readonly (keyof Row)[]>(rows: readonly Row[], names: Names): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}

/** The largest number of rows in one statement; a batch of messages may hold more. */
const rowsPerStatement = 5000;

export function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) yield rows.slice(start, start + rowsPerStatement);
}
