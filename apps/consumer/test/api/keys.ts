import type { Permission } from "@leadrelay/admin-api/access/permissions";
import { secretPlace } from "@leadrelay/admin-api/access/key-secrets";
import type { AccessKeysTable } from "@leadrelay/db/tables/access-keys-table";
import { newAccessKeyId, newAccessKeySecret } from "@leadrelay/signing/access-keys/access-key";
import { signRequest, type RequestToSign } from "@leadrelay/signing/request-signature/sign-request";
import { env } from "cloudflare:test";
import { dependenciesOf } from "../../src/dependencies.ts";
import type { House } from "./people.ts";

export interface TestKey {
  id: string;
  secret: string;
}

const { randomBytes, sealer } = dependenciesOf(env);

/** A key of the house's client, or with `client_id: null` of its agency, as the API would have made it. */
export async function newKey(
  { agencyId, clientId }: Pick<House, "agencyId" | "clientId">,
  permissions: readonly Permission[],
  given: Partial<AccessKeysTable> & { secret?: string; previous?: string | undefined } = {},
): Promise<TestKey> {
  const {
    id = newAccessKeyId(randomBytes(15)),
    secret = newAccessKeySecret(randomBytes(32)),
    previous,
    ...columns
  } = given;
  const opener = await sealer();
  const row = {
    id,
    agency_id: agencyId,
    client_id: clientId,
    name: "Robot",
    permissions_json: JSON.stringify(permissions),
    sealed_secret: await opener.seal(secret, secretPlace(id)),
    sealed_previous_secret:
      previous === undefined ? null : await opener.seal(previous, secretPlace(id, "sealed_previous_secret")),
    created_by: "opr_test",
    created_at: 0,
    updated_at: 0,
    ...columns,
  };
  const names = Object.keys(row);
  await env.DB.prepare(
    `INSERT INTO access_keys (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  )
    .bind(...Object.values(row))
    .run();
  return { id, secret };
}

/** The four headers of a request that a key signs at `nowMs`. */
export const signedHeaders = (
  { id, secret }: TestKey,
  nowMs: number,
  request: Pick<RequestToSign, "method" | "url" | "body"> & { nonce?: string },
) =>
  signRequest({
    keyId: id,
    secret,
    timestamp: Math.floor(nowMs / 1000),
    nonce: crypto.randomUUID(),
    ...request,
  });
