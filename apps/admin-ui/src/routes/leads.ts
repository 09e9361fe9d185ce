import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readLeadsSearch } from "../leads/list-search.ts";
import { frameRoute } from "./frame.ts";

/** The list of leads: its filters, and the one that is open beside it, are the address's. */
export const leadsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/leads",
  validateSearch: readLeadsSearch,
  component: lazyRouteComponent(() => import("../leads/leads-page.tsx"), "LeadsPage"),
});
