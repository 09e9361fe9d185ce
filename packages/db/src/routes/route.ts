import type { RoutesTable } from "../tables/routes-table.ts";

/** A route as people see it, deleted or not. Times in ms. */
export interface RouteDetails extends RoutesTable {
  /** In order; none of a route that was deleted. */
  members: RouteMember[];
}

/** A member as it was set, with the name of its destination. */
export interface RouteMember {
  destination_id: string;
  name: string;
  weight: number;
  /** Which leads it may get; null: every one. */
  conditions: Record<string, unknown> | null;
}

/** A route's row with its members as a JSON text. */
export type RouteRow = RoutesTable & { members_json: string };

export const toRoute = ({ members_json, ...row }: RouteRow): RouteDetails => ({
  ...row,
  members: JSON.parse(members_json) as RouteMember[],
});
