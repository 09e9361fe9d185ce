import { invitationLink, newInvitation } from "@leadrelay/admin-api/invitations/new-invitation";
import { pipelineScope } from "@leadrelay/db/scope";
import { createSealer, isMasterKeys } from "@leadrelay/signing/seal";
import { v7 } from "uuid";
import { tenantStatements } from "./seed/tenant.ts";
import { inlineSql } from "./tenant-sql/inline-sql.ts";
import { readTenantOptions } from "./tenant-sql/read-tenant-options.ts";
import { usage } from "./tenant-sql/usage.ts";
import { WrongOption } from "./tenant-sql/wrong-option.ts";

// Prints the SQL that gives a deployment its first client, form and Make destination: docs/deploy.md.
try {
  const tenant = readTenantOptions(process.argv.slice(2));
  if (tenant === null) {
    console.log(usage);
    process.exit(0);
  }
  const masterKeys = process.env["DELIVERY_MASTER_KEY"] ?? "";
  if (!isMasterKeys(masterKeys))
    throw new WrongOption(
      "DELIVERY_MASTER_KEY must be the deployment's: an id, a colon and 32 bytes in base64",
    );
  const statements = await tenantStatements(tenant, await createSealer(masterKeys), Date.now());
  const invitation = tenant.owner && (await inviteOwner(tenant.owner.email, tenant.agency.id));
  if (invitation !== null) statements.push(invitation.statement);
  console.log(statements.map(({ query }) => inlineSql(query)).join("\n"));
  // Beside the SQL, not in it: whoever has the link may accept.
  if (tenant.owner !== null && invitation !== null)
    console.error(
      `Once the SQL ran, ${tenant.owner.email} accepts here (good for 14 days):\n${invitationLink(tenant.owner.origin, invitation.token)}`,
    );
} catch (error) {
  if (!(error instanceof WrongOption)) throw error;
  console.error(`${usage}\n\n${error.message}`);
  process.exit(1);
}

function inviteOwner(email: string, agency_id: string) {
  const offer = { email, agency_id, role: "agency_owner" as const, client_ids: [] };
  return newInvitation(offer, "whoever set this up", pipelineScope, { now: Date.now, newId: () => v7() });
}
