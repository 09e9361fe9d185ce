import { invitationLink, newInvitation } from "@leadrelay/admin-api/invitations/new-invitation";
import { pipelineScope } from "@leadrelay/db/scope";
import { createSealer, isMasterKeys } from "@leadrelay/signing/seal";
import { v7 } from "uuid";
import { tenantStatements } from "../seed/tenant.ts";
import { inlineSql } from "./inline-sql.ts";
import { readTenantOptions } from "./read-tenant-options.ts";
import { usage } from "./usage.ts";
import { WrongOption } from "./wrong-option.ts";

/** What the command prints, where, and how it ends. */
export interface TenantSqlRun {
  status: 0 | 1;
  stdout: string;
  stderr: string;
}

/**
 * The SQL that gives a deployment its first client, form and Make destination (docs/deploy.md), for `args` as they were typed.
 * @param env `DELIVERY_MASTER_KEY` is the deployment's: it seals the destination's settings.
 */
export async function runTenantSql(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<TenantSqlRun> {
  try {
    const tenant = readTenantOptions([...args]);
    if (tenant === null) return { status: 0, stdout: `${usage}\n`, stderr: "" };
    const masterKeys = env["DELIVERY_MASTER_KEY"] ?? "";
    if (!isMasterKeys(masterKeys))
      throw new WrongOption(
        "DELIVERY_MASTER_KEY must be the deployment's: an id, a colon and 32 bytes in base64",
      );
    const statements = await tenantStatements(tenant, await createSealer(masterKeys), Date.now());
    const invitation = tenant.owner && (await inviteOwner(tenant.owner.email, tenant.agency.id));
    if (invitation !== null) statements.push(invitation.statement);
    return {
      status: 0,
      stdout: `${statements.map(({ query }) => inlineSql(query)).join("\n")}\n`,
      // Beside the SQL, not in it: whoever has the link may accept.
      stderr:
        tenant.owner !== null && invitation !== null
          ? `Once the SQL ran, ${tenant.owner.email} accepts here (good for 14 days):\n${invitationLink(tenant.owner.origin, invitation.token)}\n`
          : "",
    };
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    return { status: 1, stdout: "", stderr: `${usage}\n\n${error.message}\n` };
  }
}

function inviteOwner(email: string, agency_id: string) {
  const offer = { email, agency_id, role: "agency_owner" as const, client_ids: [] };
  return newInvitation(offer, "whoever set this up", pipelineScope, { now: Date.now, newId: () => v7() });
}
