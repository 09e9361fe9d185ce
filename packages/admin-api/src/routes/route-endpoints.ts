import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeRoute } from "./change-route.ts";
import { createRoute } from "./create-route.ts";
import { deleteRoute } from "./delete-route.ts";
import { getRoute } from "./get-route.ts";
import { previewRouteDraft } from "./preview-draft.ts";
import { previewRoute } from "./preview-route.ts";
import { listRoutes } from "./list-routes.ts";

/** Routes: who of several destinations gets a lead. */
export const routeEndpoints: readonly Endpoint[] = [
  listRoutes,
  createRoute,
  getRoute,
  changeRoute,
  deleteRoute,
  previewRoute,
  previewRouteDraft,
];
