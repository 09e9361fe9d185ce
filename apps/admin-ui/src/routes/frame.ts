import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from "@tanstack/react-router";
import { api } from "../api.ts";
import { problemOf } from "../format/problem.ts";
import { queryClient } from "../query-client.ts";
import { rootRoute } from "./root.ts";
import { textIn } from "./search.ts";

/** Who is signed in, and the frame around all that is theirs. The client that is looked at stands in the address and stays there. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  validateSearch: (search): { client?: string | undefined } => ({ client: textIn(search, "client") }),
  search: { middlewares: [retainSearchParams(["client"])] },
  async beforeLoad({ location }) {
    const options = api.queryOptions("get", "/api/me", undefined, { staleTime: 60_000 });
    const you = await queryClient.ensureQueryData(options).catch((error: unknown) => {
      if (problemOf(error).status !== 401) throw error;
      throw redirect({ to: "/sign-in", search: { to: location.href } });
    });
    return { you };
  },
  component: lazyRouteComponent(() => import("../shell/frame.tsx"), "Frame"),
});
