import { api } from "../api.ts";
import { useClient } from "./use-client.ts";

/** How often an open page asks; a request reads some thirty rows, and the frame and the home page share it. */
const everyMs = 60_000;

/** What needs a person now, and how today goes, by the midnight of whoever looks. */
export function useHome() {
  const client = useClient();
  const since = new Date().setHours(0, 0, 0, 0);
  const query = { since, ...(client === undefined ? {} : { client_id: client }) };
  return api.useQuery("get", "/api/home", { params: { query } }, { refetchInterval: everyMs });
}
