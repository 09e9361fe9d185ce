/** How far the rewrite of a table's old rows is: the key of the last row, a JSON array. */
export interface TextRewritesTable {
  table_name: string;
  after_json: string;
}
