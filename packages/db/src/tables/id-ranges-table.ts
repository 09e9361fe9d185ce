/** The next free integer id of each kind. */
export interface IdRangesTable {
  name: "leads" | "lead_submissions";
  next: number;
}
