/**
 * How a route shares leads among its members. `all`: each of them gets every lead. `first_accepting`: the first in order, and the next where
 * it refuses, has the person already or cannot be reached. `round_robin`: each in turn. `weighted`: by their shares.
 */
export const routeModes = ["all", "first_accepting", "round_robin", "weighted"] as const;
export type RouteMode = (typeof routeModes)[number];
