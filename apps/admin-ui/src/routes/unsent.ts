import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { ruleWords } from "../format/state-words.ts";
import { frameRoute } from "./frame.ts";
import { oneOf, textIn } from "./search.ts";

interface UnsentSearch {
  rule?: (typeof ruleWords)[number] | undefined;
  /** The release that is looked at. */
  plan?: string | undefined;
  /** The submission that is open beside the list. */
  open?: string | undefined;
}

/** Submissions of which nothing was sent, each with its rule. */
export const unsentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/not-sent",
  validateSearch: (search): UnsentSearch => ({
    rule: oneOf(search, "rule", ruleWords),
    plan: textIn(search, "plan"),
    open: textIn(search, "open"),
  }),
  component: lazyRouteComponent(() => import("../unsent/unsent-page.tsx"), "UnsentPage"),
});
