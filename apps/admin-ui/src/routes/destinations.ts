import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { oneOf, textIn } from "./search.ts";

/** Where leads go. */
export const destinationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/destinations",
  component: lazyRouteComponent(() => import("../destinations/destinations-page.tsx"), "DestinationsPage"),
});

const steps = ["settings", "test", "leads"] as const;

/** A new one, step by step: which kind, which destination it became, and how far one is. */
export const newDestinationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/destinations/new",
  validateSearch: (
    search,
  ): { kind?: string | undefined; id?: string | undefined; step?: (typeof steps)[number] | undefined } => ({
    kind: textIn(search, "kind"),
    id: textIn(search, "id"),
    step: oneOf(search, "step", steps),
  }),
  component: lazyRouteComponent(
    () => import("../destinations/new-destination-page.tsx"),
    "NewDestinationPage",
  ),
});

const tabs = [
  "overview",
  "settings",
  "filter",
  "mapping",
  "limits",
  "answers",
  "rules",
  "events",
  "secret",
] as const;

/** One destination; which of its parts is looked at, and by which lead its mapping and filter are tried. */
export const destinationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/destinations/$destinationId",
  validateSearch: (search): { tab?: (typeof tabs)[number] | undefined; lead?: string | undefined } => ({
    tab: oneOf(search, "tab", tabs),
    lead: textIn(search, "lead"),
  }),
  component: lazyRouteComponent(() => import("../destinations/destination-page.tsx"), "DestinationPage"),
});
