import { z } from "@hono/zod-openapi";
import { liveKeysMadeBy } from "@leadrelay/db/access-keys/live-keys-made-by";
import type { Membership } from "@leadrelay/db/operators/list-memberships";
import {
  openInvitationsBy,
  openInvitationsTo,
  revokeInvitationsBy,
  revokeInvitationsTo,
  type OpenInvitation,
} from "@leadrelay/db/invitations/open-invitations";
import { rolesInAgencies, type PlacedRole } from "@leadrelay/db/operators/roles-in-agencies";
import { runBatch } from "@leadrelay/db/run-batch";
import { clientIdsOf, type OperatorScope } from "@leadrelay/db/scope";
import { isAgencyRole } from "@leadrelay/contracts/roles";
import type { Statement } from "@leadrelay/db/statement";
import { accessKeySchema } from "../access-keys/access-key-schema.ts";
import { toShownKey } from "../access-keys/shown-key.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { AuditEntry } from "../access/audit-entry.ts";
import { auditEachClient } from "./audit-each-client.ts";
import { mayOffer, managesPlace } from "./manages-place.ts";

/** What a change of somebody's roles says of what they made. */
export const leftBehindFields = {
  revoked_invitations: z.int().openapi({
    description: "How many open invitations of theirs ended, because they could not issue them any more.",
  }),
  access_keys: z.array(accessKeySchema).openapi({
    description:
      "Keys they made, where they manage keys no more, that are good still: a machine does not stop when a person leaves. They may know the secrets, so rotate or revoke each.",
  }),
};

interface LeftBehind {
  control: readonly Statement<number>[];
  audit: readonly AuditEntry[];
  shown: z.input<z.ZodObject<typeof leftBehindFields>>;
}

/**
 * What somebody leaves behind whose roles change: an invitation ends with the right to issue it; one addressed to them, older than
 * the change, would undo it and ends too; a key stays, and is told of.
 * @param taken roles they had, all of one operator
 * @param given those they have instead
 */
export async function findLeftBehind(
  { email, operator_id }: Pick<Membership, "email" | "operator_id">,
  { taken, given }: { taken: readonly PlacedRole[]; given: readonly PlacedRole[] },
  scope: OperatorScope,
  { control, now }: Pick<AdminDependencies, "control" | "now">,
): Promise<LeftBehind> {
  const agencyIds = [...new Set(taken.map(({ agency_id }) => agency_id))];
  const at = now();
  const [all, invitations, offered, keys] = await runBatch(control, [
    rolesInAgencies(scope, operator_id, agencyIds),
    openInvitationsBy(scope, email, agencyIds, at),
    openInvitationsTo(scope, email, agencyIds, at),
    liveKeysMadeBy(scope, operator_id, agencyIds, at),
  ]);
  const kept = all.filter((one) => !taken.some((other) => isSamePlace(one, other)));
  const roles = [...kept, ...given];
  const mayStay = (invitation: OpenInvitation) => mayOffer(roles, invitation);
  const keptIds = invitations.filter(mayStay).map(({ id }) => id);
  const ended = invitations.filter((invitation) => !mayStay(invitation));
  const takenBack = offered.filter(({ id }) => !ended.some((one) => one.id === id)).filter(isTheirs(scope));
  return {
    control: [
      revokeInvitationsBy(scope, email, { agencyIds, keptIds }, at),
      revokeInvitationsTo(scope, email, agencyIds, at),
    ],
    audit: [...ended, ...takenBack].flatMap((invitation) =>
      auditEachClient(invitation, {
        action: "invitation.revoked",
        subject: { kind: "invitation", id: invitation.id },
        detail: { with_role_of: operator_id },
      }),
    ),
    shown: {
      revoked_invitations: ended.length,
      access_keys: keys.filter((key) => !managesPlace(roles, key)).map(toShownKey),
    },
  };
}

const isSamePlace = (one: PlacedRole, other: PlacedRole) =>
  one.agency_id === other.agency_id && one.client_id === other.client_id;

/** A client's admin ends no offer of a role that the agency gives its own people, and none that leaves its clients alone. */
function isTheirs(scope: OperatorScope) {
  const clients = new Set(clientIdsOf(scope));
  return ({ agency_id, role, client_ids }: OpenInvitation) =>
    scope.agencyIds.includes(agency_id) || (!isAgencyRole(role) && client_ids.some((id) => clients.has(id)));
}
