/** A destination's place in its route; it has one at most. */
export interface RouteMembersTable {
  destination_id: string;
  route_id: string;
  /** The lower, the earlier. */
  position: number;
  weight: number;
  /** Which leads it may get; null: every one. */
  conditions_json: string | null;
}
