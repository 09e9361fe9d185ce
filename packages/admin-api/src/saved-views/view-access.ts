import type { z } from "@hono/zod-openapi";
import { isAgencyRole } from "@leadrelay/contracts/roles";
import { findSavedView, type Sharing, type ViewReader } from "@leadrelay/db/saved-views/saved-views";
import { runOne } from "@leadrelay/db/run-batch";
import type { SavedViewsTable } from "@leadrelay/db/tables/saved-views-table";
import type { Access } from "../access/access.ts";
import { agencyOf } from "../access/agency-of.ts";
import type { AuditEntry } from "../access/audit-entry.ts";
import type { Grant } from "../access/caller.ts";
import { requireActor } from "../access/require-actor.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { leadViewSchema, type savedViewSchema } from "./view-schema.ts";

/** Whose views the caller may see. */
export function readerOf(access: Access): ViewReader {
  const grants = access.caller?.grants.filter(isOfAgency) ?? [];
  return {
    ownerId: requireActor(access).id,
    agencyIds: [...new Set(grants.map(({ agencyId }) => agencyId))],
  };
}

/** An agency's own people; a key of it that reaches all of its clients is as one of them. */
const isOfAgency = ({ role, agencyWide }: Grant) => (role === null ? agencyWide : isAgencyRole(role));

/** Whether the caller may change what is shared so: their own, or what those hear of whose leads they may change. */
function mayChange(access: Access, { owner_id, client_id, agency_id }: Sharing): boolean {
  if (client_id === null && agency_id === null) return owner_id === requireActor(access).id;
  const writing = access.caller?.grants.filter(({ permissions }) => permissions.has("leads:write")) ?? [];
  return client_id === null
    ? writing.some((grant) => isOfAgency(grant) && grant.agencyId === agency_id)
    : writing.some(({ clients }) => clients.some(({ id }) => id === client_id));
}

/** Throws the 403 of who only looks at what is shared. */
export function requireChange(access: Access, sharing: Sharing): void {
  if (!mayChange(access, sharing))
    throw apiProblem(
      "not-permitted",
      "Views that others see too are kept by who may change leads: keep one of your own.",
    );
}

/** The view with this id. Throws the 404 that hides others'. */
export async function readView(
  id: string,
  access: Access,
  { control }: Pick<AdminDependencies, "control">,
): Promise<SavedViewsTable> {
  const [found] = await runOne(control, findSavedView(access.scope, readerOf(access), id));
  if (found === undefined) throw notFound("view");
  return found;
}

/** A view as its reader gets it; what an older version kept in it and this one does not know is left out. */
export function toView(row: SavedViewsTable, access: Access): z.input<typeof savedViewSchema> {
  const { id, name, client_id, agency_id, created_at, updated_at } = row;
  const kept = leadViewSchema.safeParse(JSON.parse(row.view_json));
  return {
    id,
    name,
    is_shared: client_id !== null || agency_id !== null,
    client_id,
    agency_id,
    may_change: mayChange(access, row),
    view: kept.success ? kept.data : {},
    created_at,
    updated_at,
  };
}

/** What the audit log says of it. */
export const viewEntry = (
  access: Access,
  action: AuditEntry["action"],
  { id, client_id, agency_id }: SavedViewsTable,
): AuditEntry => ({
  agencyId: agency_id ?? agencyOf(access, client_id) ?? access.caller?.grants[0]?.agencyId ?? null,
  clientId: client_id,
  action,
  subject: { kind: "saved_view", id },
  detail: { is_shared: client_id !== null || agency_id !== null },
});
