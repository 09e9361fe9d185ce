import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { textIn } from "./search.ts";

/** Other systems that leads come from. */
export const sourcesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/sources",
  validateSearch: (search): { open?: string | undefined } => ({ open: textIn(search, "open") }),
  component: lazyRouteComponent(() => import("../sources/sources-page.tsx"), "SourcesPage"),
});
