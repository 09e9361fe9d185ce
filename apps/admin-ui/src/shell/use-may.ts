import { getRouteApi } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";

const route = getRouteApi("/frame");

/** Whether one may do so anywhere. What one may not do is not offered; the API refuses it all the same. */
export const useMay = (permission: Schemas["You"]["grants"][number]["permissions"][number]): boolean =>
  route.useRouteContext({
    select: ({ you }) => you.grants.some(({ permissions }) => permissions.includes(permission)),
  });
