/** A shape that a destination had, or has. Times in ms UTC. */
export interface DestinationShapesTable {
  destination_id: string;
  version: number;
  client_id: string;
  shape_json: string | null;
  /** Of an undo the version it went back to; 0: to none. */
  restores: number | null;
  created_at: number;
  created_by: string;
  created_by_name: string;
}
