/** A view of the list of leads; whose it is, or with whom it is shared. */
export interface SavedViewsTable {
  id: string;
  /** An operator's or a key's. */
  owner_id: string;
  client_id: string | null;
  agency_id: string | null;
  name: string;
  view_json: string;
  created_at: number;
  updated_at: number;
}
