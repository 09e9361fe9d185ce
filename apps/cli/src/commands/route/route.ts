import { group } from "../shared/group.ts";
import { changeRoute } from "./change.ts";
import { createRoute } from "./create.ts";
import { deleteRoute } from "./delete.ts";
import { listRoutes } from "./list.ts";
import { previewRoute } from "./preview.ts";
import { showRoute } from "./show.ts";

export const route = group("route", "who of several destinations gets a lead", [
  listRoutes,
  showRoute,
  createRoute,
  changeRoute,
  deleteRoute,
  previewRoute,
]);
