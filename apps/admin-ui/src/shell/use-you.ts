import { getRouteApi } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";

const route = getRouteApi("/frame");

/** Who is signed in, with all that they may do and where; who has just added a client may change it at once. */
export function useYou(): Schemas["You"] {
  const you = route.useRouteContext({ select: (context) => context.you });
  return api.useQuery("get", "/api/me", undefined, { staleTime: 60_000 }).data ?? you;
}
