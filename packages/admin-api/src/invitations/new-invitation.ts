import { insertInvitation } from "@leadrelay/db/invitations/invitations";
import type { Scope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { AdminDependencies } from "../dependencies.ts";
import { tokenLink } from "../html/token-link.ts";
import { newToken } from "../http/new-token.ts";
import { sha256Hex } from "../http/sha256-hex.ts";
import type { OfferedRole } from "../operators/role-schema.ts";

/** Long enough for a holiday. */
const goodForMs = 14 * 24 * 3_600_000;

interface MadeInvitation {
  id: string;
  /** Shown once: who has it may accept. */
  token: string;
  createdAt: number;
  expiresAt: number;
  statement: Statement<number>;
}

/** An invitation of an e-mail address to a role; only the token's hash is stored. */
export async function newInvitation(
  offer: OfferedRole & { email: string },
  invitedBy: string,
  scope: Scope,
  { now, newId }: Pick<AdminDependencies, "now" | "newId">,
): Promise<MadeInvitation> {
  const token = newToken();
  const createdAt = now();
  const expiresAt = createdAt + goodForMs;
  const id = `inv_${newId()}`;
  const statement = insertInvitation(scope, {
    id,
    token_hash: await sha256Hex(token),
    email: offer.email,
    agency_id: offer.agency_id,
    role: offer.role,
    client_ids_json: JSON.stringify(offer.client_ids),
    invited_by: invitedBy,
    created_at: createdAt,
    expires_at: expiresAt,
    accepted_at: null,
    revoked_at: null,
  });
  return { id, token, createdAt, expiresAt, statement };
}

/** Where whoever is invited accepts. */
export const invitationLink = (origin: string, token: string) => tokenLink(origin, "/invitation", token);
