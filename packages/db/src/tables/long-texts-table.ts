/** A text that its row has no room for. */
export interface LongTextsTable {
  id: number;
  text: string;
}
