import { api } from "../api.ts";
import { useClient } from "./use-client.ts";

/** How often an open page asks, unless the answer says another time; the frame and the home page share the request. */
const everyMs = 60_000;
/** Whoever comes to the page soon after is shown what was answered. */
const freshMs = 10_000;

/** What needs a person now, and how today goes, by the midnight of whoever looks. */
export function useHome() {
  const client = useClient();
  const since = new Date().setHours(0, 0, 0, 0);
  const query = { since, ...(client === undefined ? {} : { client_id: client }) };
  return api.useQuery(
    "get",
    "/api/home",
    { params: { query } },
    {
      refetchInterval: ({ state }) => state.data?.ask_again_ms ?? everyMs,
      staleTime: ({ state }) => (state.data?.ask_again_ms ?? everyMs) - everyMs + freshMs,
    },
  );
}
