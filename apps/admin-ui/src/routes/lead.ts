import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";

/** One lead, whole. */
export const leadRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/leads/$leadId",
  component: lazyRouteComponent(() => import("../leads/lead-page.tsx"), "LeadPage"),
});
