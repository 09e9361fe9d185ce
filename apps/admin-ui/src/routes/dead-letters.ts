import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { textIn } from "./search.ts";

/** What could not be delivered, by cause; `plan` is the replay that is looked at. */
export const deadLettersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/dead-letters",
  validateSearch: (search): { plan?: string | undefined } => ({ plan: textIn(search, "plan") }),
  component: lazyRouteComponent(() => import("../dead-letters/dead-letters-page.tsx"), "DeadLettersPage"),
});
