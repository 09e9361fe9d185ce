import { createOperator } from "@leadrelay/admin-api/sign-in/create-operator";
import { grantByEmail } from "@leadrelay/db/invitations/invitations";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { keptSecret } from "../settings/kept-secret.ts";

/** Who signs in to the local stack. */
export interface DemoOwner {
  email: string;
  password: string;
}

/** The demo agency's owner; the password is made once and kept beside the state, so that it outlives a restart. */
export const demoOwner = (stateDir: string): DemoOwner => ({
  email: "owner@example.com",
  password: keptSecret(stateDir, "owner-password", () => randomBytes(8).toString("hex")),
});

/** The writes that make the owner, unless it is there. */
export async function ownerStatements(
  { email, password }: DemoOwner,
  agencyId: string,
  now: number,
): Promise<Statement<number>[]> {
  const made = await createOperator(
    { email, password, name: "Demo owner" },
    { now: () => now, newId: () => v7() },
  );
  if (made.kind === "refused") throw new Error(made.because);
  const grant = { email, agency_id: agencyId, role: "agency_owner", client_ids: [] } as const;
  return [...made.statements, grantByEmail(pipelineScope, { ...grant, client_ids: [] }, now)];
}
