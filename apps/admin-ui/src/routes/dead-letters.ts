import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { textIn } from "./search.ts";

interface DeadLettersSearch {
  destination?: string | undefined;
  /** The replay that is looked at. */
  plan?: string | undefined;
  /** The letter that is open beside the groups. */
  letter?: string | undefined;
}

/** What could not be delivered, by cause. */
export const deadLettersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/dead-letters",
  validateSearch: (search): DeadLettersSearch => ({
    destination: textIn(search, "destination"),
    plan: textIn(search, "plan"),
    letter: textIn(search, "letter"),
  }),
  component: lazyRouteComponent(() => import("../dead-letters/dead-letters-page.tsx"), "DeadLettersPage"),
});
