import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { standWords } from "../format/states.ts";
import { frameRoute } from "./frame.ts";
import { oneOf, textIn } from "./search.ts";

/** What the address of the list may say. */
interface LeadsSearch {
  q?: string | undefined;
  stands?: (typeof standWords)[number] | undefined;
  stage?: string | undefined;
  form?: string | undefined;
  tests?: "only" | "none" | undefined;
  open?: string | undefined;
}

/** The list of leads: its filters, and the one that is open beside it, are the address's. */
export const leadsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/leads",
  validateSearch: (search): LeadsSearch => ({
    q: textIn(search, "q"),
    stands: oneOf(search, "stands", standWords),
    stage: textIn(search, "stage"),
    form: textIn(search, "form"),
    tests: oneOf(search, "tests", ["only", "none"]),
    open: textIn(search, "open"),
  }),
  component: lazyRouteComponent(() => import("../leads/leads-page.tsx"), "LeadsPage"),
});
