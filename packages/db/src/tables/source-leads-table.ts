/** A submission that came by a source. */
export interface SourceLeadsTable {
  source_id: string;
  received_at: number;
  submission_public_id: string;
  client_id: string;
  lead_key: string | null;
}
