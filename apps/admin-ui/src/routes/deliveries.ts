import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { codeIn } from "../format/code-in.ts";
import { statusWords } from "../format/state-words.ts";
import { frameRoute } from "./frame.ts";
import { oneOf, textIn } from "./search.ts";

interface DeliveriesSearch {
  status?: (typeof statusWords)[number] | undefined;
  destination?: string | undefined;
  /** The last answer: 404, 4xx, or 0 for none. */
  code?: string | undefined;
  open?: string | undefined;
}

/** What is sent where. */
export const deliveriesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/deliveries",
  validateSearch: (search): DeliveriesSearch => ({
    status: oneOf(search, "status", statusWords),
    destination: textIn(search, "destination"),
    code: codeIn(textIn(search, "code")),
    open: textIn(search, "open"),
  }),
  component: lazyRouteComponent(() => import("../deliveries/deliveries-page.tsx"), "DeliveriesPage"),
});
