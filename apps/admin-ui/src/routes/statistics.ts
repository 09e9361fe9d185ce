import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { dayIn, oneOf, textIn } from "./search.ts";

/** What statistics are told by, beside days. */
const groupWords = ["client", "form", "destination", "source", "campaign"] as const;

interface StatisticsSearch {
  from?: string | undefined;
  to?: string | undefined;
  by?: (typeof groupWords)[number] | undefined;
  form?: string | undefined;
}

/** What came in and what arrived, over days. */
export const statisticsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/statistics",
  validateSearch: (search): StatisticsSearch => ({
    from: dayIn(search, "from"),
    to: dayIn(search, "to"),
    by: oneOf(search, "by", groupWords),
    form: textIn(search, "form"),
  }),
  component: lazyRouteComponent(() => import("../statistics/statistics-page.tsx"), "StatisticsPage"),
});
