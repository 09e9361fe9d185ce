import type { Schemas } from "../api.ts";
import { useClient } from "./use-client.ts";
import { useYou } from "./use-you.ts";

type Permission = Schemas["You"]["grants"][number]["permissions"][number];

/**
 * Whether one may do so here. What one may not do is not offered; the API refuses it all the same.
 * @param at the id of the client that something is of; undefined: the one that is looked at, and where that is none, any of them
 */
export function useMay(permission: Permission, at?: string): boolean {
  const chosen = useClient();
  const client = at ?? chosen;
  return useYou().grants.some(
    ({ permissions, client_ids }) =>
      permissions.includes(permission) && (client === undefined || client_ids.includes(client)),
  );
}

/** Whether one may do so anywhere: for what is an agency's, or the installation's, and no client's. */
export const useMayAnywhere = (permission: Permission): boolean =>
  useYou().grants.some(({ permissions }) => permissions.includes(permission));
