import type { RouteMode } from "@leadrelay/contracts/route-mode";

/** A group of a client's destinations that share its leads; see `RouteMode`. */
export interface RoutesTable {
  id: string;
  client_id: string;
  name: string;
  mode: RouteMode;
  /** What waits at a member for longer goes to the next; null: it waits as long as it takes. */
  overflow_minutes: number | null;
  /** When mode, members or shares last changed, ms UTC: leads are counted from then. */
  counted_from: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}
