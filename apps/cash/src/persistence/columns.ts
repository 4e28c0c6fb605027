/** A column by its name, or with what makes of its values an array of another form than text. */
type Column<Row> = keyof Row | { readonly [Name in keyof Row]?: (values: readonly Row[Name][]) => unknown };

/** Rows as one array per column, for `unnest`: a batch of any size is one statement. */
export function columns<Row>(rows: readonly Row[], names: readonly Column<Row>[]): unknown[] {
  return names.flatMap((column) => {
    if (typeof column !== 'object') return [rows.map((row) => row[column])];
    return (Object.keys(column) as (keyof Row)[]).map((name) => column[name]!(rows.map((row) => row[name])));
  });
}

/** The largest number of rows in one statement; a batch of messages may hold more. */
const rowsPerStatement = 5000;

export function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) yield rows.slice(start, start + rowsPerStatement);
}
