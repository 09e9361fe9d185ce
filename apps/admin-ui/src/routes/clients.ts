import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { oneOf, textIn } from "./search.ts";

interface ClientsSearch {
  /** Archived ones too. */
  archived?: "too" | undefined;
  open?: string | undefined;
}

/** Whom one works for. */
export const clientsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/clients",
  validateSearch: (search): ClientsSearch => ({
    archived: oneOf(search, "archived", ["too"]),
    open: textIn(search, "open"),
  }),
  component: lazyRouteComponent(() => import("../clients/clients-page.tsx"), "ClientsPage"),
});
