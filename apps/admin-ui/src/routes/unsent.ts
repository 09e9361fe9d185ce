import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { ruleWords } from "../format/rules.ts";
import { frameRoute } from "./frame.ts";
import { oneOf } from "./search.ts";

/** Submissions of which nothing was sent, each with its rule. */
export const unsentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/not-sent",
  validateSearch: (search): { rule?: (typeof ruleWords)[number] | undefined } => ({
    rule: oneOf(search, "rule", ruleWords),
  }),
  component: lazyRouteComponent(() => import("../unsent/unsent-page.tsx"), "UnsentPage"),
});
