import { sql, type RawBuilder } from "kysely";

/**
 * SQL: a text of `events` or `lead_submissions`, wherever it stands. The one way to read those columns: a text too long for its row is in
 * `long_texts`, and the row has `@` and its id there (`placeTexts`), which no text of ours begins with. NULL where it is not there.
 */
export const wholeText = (column: string): RawBuilder<string> =>
  sql`iif(${sql.ref(column)} GLOB '@*',
    (SELECT long_texts.text FROM long_texts WHERE long_texts.id = substr(${sql.ref(column)}, 2)), ${sql.ref(column)})`;
