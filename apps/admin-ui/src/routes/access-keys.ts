import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { textIn } from "./search.ts";

/** What programs sign their requests with. */
export const accessKeysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/access-keys",
  validateSearch: (search): { open?: string | undefined } => ({ open: textIn(search, "open") }),
  component: lazyRouteComponent(() => import("../keys/keys-page.tsx"), "KeysPage"),
});
