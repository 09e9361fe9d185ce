/** What a list of columns forgets of a row; a list is never this. */
type Forgotten<Row, Columns extends readonly PropertyKey[]> = [Exclude<keyof Row, Columns[number]>] extends [
  never,
]
  ? unknown
  : { forgotten: Exclude<keyof Row, Columns[number]> };

/** A list of every column of a row: one that forgets a column, or names another, does not compile. */
export const allColumns =
  <Row>() =>
  <const Columns extends readonly (keyof Row & string)[]>(
    columns: Columns & Forgotten<Row, Columns>,
  ): Columns =>
    columns;
