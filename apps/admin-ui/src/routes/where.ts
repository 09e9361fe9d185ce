import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { textIn } from "./search.ts";

/** The answer to "where is my lead?". What was asked never stands in the address: addresses are logged and shared. */
export const whereRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/where",
  validateSearch: (search): { id?: string | undefined } => ({ id: textIn(search, "id") }),
  component: lazyRouteComponent(() => import("../where/where-page.tsx"), "WherePage"),
});
