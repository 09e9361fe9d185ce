import { createRouter } from "@tanstack/react-router";
import { Failed } from "../ui/failed-page.tsx";
import { NotFound } from "../ui/not-found.tsx";
import { whenSignedOut } from "../query-client.ts";
import { deadLettersRoute } from "./dead-letters.ts";
import { deliveriesRoute } from "./deliveries.ts";
import { destinationRoute, destinationsRoute, newDestinationRoute } from "./destinations.ts";
import { accessKeysRoute } from "./access-keys.ts";
import { addressesRoute } from "./addresses.ts";
import { auditLogRoute } from "./audit-log.ts";
import { clientsRoute } from "./clients.ts";
import { operatorsRoute } from "./operators.ts";
import { settingsRoute } from "./settings.ts";
import { formRoute, formsRoute, newFormRoute } from "./forms.ts";
import { frameRoute } from "./frame.ts";
import { homeRoute } from "./home.ts";
import { leadRoute } from "./lead.ts";
import { leadRouteRoute, leadRoutesRoute, newLeadRouteRoute } from "./lead-routes.ts";
import { leadsRoute } from "./leads.ts";
import { rootRoute } from "./root.ts";
import { signInRoute } from "./sign-in.ts";
import { sourcesRoute } from "./sources.ts";
import { statisticsRoute } from "./statistics.ts";
import { unsentRoute } from "./unsent.ts";
import { whereRoute } from "./where.ts";

const routeTree = rootRoute.addChildren([
  signInRoute,
  frameRoute.addChildren([
    homeRoute,
    leadsRoute,
    leadRoute,
    whereRoute,
    unsentRoute,
    deliveriesRoute,
    deadLettersRoute,
    statisticsRoute,
    formsRoute,
    newFormRoute,
    formRoute,
    destinationsRoute,
    newDestinationRoute,
    destinationRoute,
    leadRoutesRoute,
    newLeadRouteRoute,
    leadRouteRoute,
    settingsRoute,
    operatorsRoute,
    clientsRoute,
    auditLogRoute,
    addressesRoute,
    accessKeysRoute,
    sourcesRoute,
  ]),
]);

/** Every page there is, and what its address may say. */
export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== "/sign-in") void router.navigate({ to: "/sign-in", search: { to: href } });
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
