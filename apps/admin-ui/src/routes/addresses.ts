import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { oneOf } from "./search.ts";

/** A client's lists of networks: blocked ones, and its own. */
export const addressesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/addresses",
  validateSearch: (search): { list?: "allowed" | undefined } => ({
    list: oneOf(search, "list", ["allowed"]),
  }),
  component: lazyRouteComponent(() => import("../addresses/addresses-page.tsx"), "AddressesPage"),
});
