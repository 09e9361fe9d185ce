import { z } from "@hono/zod-openapi";
import { mostViews } from "@leadrelay/db/saved-views/saved-views";
import type { Access } from "../access/access.ts";
import { clientInScope } from "../access/client-in-scope.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { readerOf } from "./view-access.ts";

const id = z.string().min(1).max(100).optional();

/** With whom a view is to be shared, as a body says it. */
export const withWhom = {
  client_id: id.openapi({ description: "Share it with those who see this client's leads." }),
  agency_id: id.openapi({
    description: "Where no client is named: share it with the people of this agency.",
  }),
};

/** What a change is told where no more views are kept. */
export const tooMany = {
  unchanged: `There are ${mostViews} views already: delete one that nobody looks at.`,
};

/** Throws the 404 that hides other tenants. */
export function sharedWith(
  { client_id, agency_id }: { client_id?: string | undefined; agency_id?: string | undefined },
  isShared: boolean,
  access: Access,
): { client_id: string | null; agency_id: string | null } {
  if (client_id !== undefined) clientInScope(access.scope, client_id);
  else if (agency_id !== undefined && !readerOf(access).agencyIds.includes(agency_id))
    throw notFound("agency");
  if (!isShared) return { client_id: null, agency_id: null };
  if (client_id !== undefined) return { client_id, agency_id: null };
  if (agency_id !== undefined) return { client_id: null, agency_id };
  throw apiProblem("invalid", "Say with whom it is shared: a client or an agency.", {
    errors: [{ field: "client_id", detail: "is needed, or agency_id, where it is shared" }],
  });
}
