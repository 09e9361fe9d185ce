import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { textIn } from "./search.ts";

/** Who belongs to an agency and its clients, and who is invited. */
export const operatorsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/operators",
  validateSearch: (search): { open?: string | undefined } => ({ open: textIn(search, "open") }),
  component: lazyRouteComponent(() => import("../people/people-page.tsx"), "PeoplePage"),
});
