/** A note on a lead, or a step along its client's pipeline (`text`: the stage it went to, `previous`: where it was). */
export interface LeadActivityTable {
  lead_id: number;
  id: string;
  client_id: string;
  kind: "note" | "status";
  author_kind: "operator" | "key";
  author_id: string;
  author_name: string;
  text: string;
  previous: string | null;
  created_at: number;
}
