import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { oneOf, textIn } from "./search.ts";

interface AuditSearch {
  /** An action, or its beginning: `form` finds all that was done to forms. */
  about?: string | undefined;
  by?: string | undefined;
  /** Nothing said: changes. */
  kind?: "reads" | "all" | undefined;
  /** Days, YYYY-MM-DD. */
  from?: string | undefined;
  to?: string | undefined;
  open?: string | undefined;
}

/** Who did what, and when. */
export const auditLogRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/audit-log",
  validateSearch: (search): AuditSearch => ({
    about: textIn(search, "about"),
    by: textIn(search, "by"),
    kind: oneOf(search, "kind", ["reads", "all"]),
    from: textIn(search, "from"),
    to: textIn(search, "to"),
    open: textIn(search, "open"),
  }),
  component: lazyRouteComponent(() => import("../audit-log/audit-log-page.tsx"), "AuditLogPage"),
});
