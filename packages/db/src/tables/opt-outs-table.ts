/** Who said that no message of a kind should come any more. */
export interface OptOutsTable {
  client_id: string;
  kind: "phone" | "email";
  /** As it identifies somebody; see `phoneIdentity`. */
  value: string;
  opted_out_at: number;
}
