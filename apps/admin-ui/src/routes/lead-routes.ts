import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { oneOf } from "./search.ts";

/** Which of several destinations gets a lead. */
export const leadRoutesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/routes",
  component: lazyRouteComponent(() => import("../lead-routes/lead-routes-page.tsx"), "LeadRoutesPage"),
});

/** A new one. */
export const newLeadRouteRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/routes/new",
  component: lazyRouteComponent(() => import("../lead-routes/new-lead-route-page.tsx"), "NewLeadRoutePage"),
});

/** One route, and which of its parts is looked at. */
export const leadRouteRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/routes/$routeId",
  validateSearch: (search): { tab?: "members" | "preview" | undefined } => ({
    tab: oneOf(search, "tab", ["members", "preview"]),
  }),
  component: lazyRouteComponent(() => import("../lead-routes/lead-route-page.tsx"), "LeadRoutePage"),
});
