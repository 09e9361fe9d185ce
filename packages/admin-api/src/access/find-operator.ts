import { namesClients } from "@leadrelay/contracts/roles";
import { findGrants, type GrantRow } from "@leadrelay/db/operators/find-grants";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import type { Caller, Grant } from "./caller.ts";
import { rolePermissions } from "./role-permissions.ts";

/** The operator whose session the request's cookie names, with all that its memberships grant. */
export async function findOperator(
  request: Request,
  { control, findSession }: AdminDependencies,
): Promise<Caller | undefined> {
  const session = await findSession(request);
  if (session === undefined) return undefined;
  const rows = await runOne(control, findGrants(pipelineScope, session.operatorId));
  const actor = { kind: "operator", id: session.operatorId, name: session.email } as const;
  return { actor, grants: toGrants(rows) };
}

function toGrants(rows: readonly GrantRow[]): Grant[] {
  const memberships = Map.groupBy(rows, ({ agency_id, role }) => JSON.stringify([agency_id, role]));
  return [...memberships.values()].flatMap(([first, ...more]): Grant[] => {
    if (first === undefined) return [];
    const clients = [first, ...more].flatMap(({ client_id, database }) =>
      client_id === null || database === null ? [] : [{ id: client_id, database }],
    );
    return [
      {
        agencyId: first.agency_id,
        ofInstallation: first.is_installation === 1,
        agencyWide: !namesClients(first.role),
        role: first.role,
        permissions: new Set(rolePermissions[first.role]),
        clients,
      },
    ];
  });
}
