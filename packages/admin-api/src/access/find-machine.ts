import { findSigningKey, type SigningKeyRow } from "@leadrelay/db/access-keys/find-signing-key";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { checkSignature, type ReceivedRequest } from "@leadrelay/signing/request-signature/check-signature";
import { readSignatureHeaders } from "@leadrelay/signing/request-signature/read-signature-headers";
import type { HeaderReader } from "@leadrelay/signing/request-signature/signature-headers";
import { openEndedSecret, openSecrets } from "./key-secrets.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { Caller, Grant } from "./caller.ts";
import { keyPermissions } from "./role-permissions.ts";
import { signatureRefusal } from "./signature-refusal.ts";
import { useNonce } from "./use-nonce.ts";

/** A request that carries a signature, as it was sent. */
interface SignedRequest extends Omit<ReceivedRequest, "body"> {
  headers: HeaderReader;
  /** Read only once the key is known. */
  body: () => Promise<ArrayBuffer>;
}

/** The access key that signed a request, in two D1 calls. Throws the 401 of whatever is wrong with it; a nonce is used up last. */
export async function findMachine(
  request: SignedRequest,
  isReading: boolean,
  dependencies: AdminDependencies,
): Promise<Caller> {
  const nowMs = dependencies.now();
  const read = readSignatureHeaders(request.headers, nowMs);
  if (!read.ok) throw signatureRefusal(read.problem, nowMs, { header: read.header });
  const [key] = await runOne(dependencies.control, findSigningKey(pipelineScope, read.keyId));
  if (key === undefined) throw signatureRefusal("key_unknown", nowMs);
  if (key.revoked_at !== null) throw signatureRefusal("key_revoked", nowMs);
  if (key.expires_at !== null && key.expires_at <= nowMs) throw signatureRefusal("key_expired", nowMs);
  const sealer = await dependencies.sealer();
  const secrets = await openSecrets(key, nowMs, sealer);
  const received = { method: request.method, url: request.url, body: await request.body() };
  if (!(await checkSignature(read, secrets, received))) {
    const ended = await openEndedSecret(key, nowMs, sealer);
    const isEnded = ended !== undefined && (await checkSignature(read, [ended.secret], received));
    throw signatureRefusal("signature_mismatch", nowMs, isEnded ? { endedAt: ended.endedAt } : {});
  }
  const clients = await useNonce(key, read, nowMs, { control: dependencies.control, isReading });
  return { actor: { kind: "key", id: key.id, name: key.name }, grants: [grantOf(key, clients)] };
}

/** Its permissions are its own. It sees contact details only with `contacts:read`, like everybody. */
function grantOf(key: SigningKeyRow, clients: Grant["clients"]): Grant {
  const given: readonly unknown[] = JSON.parse(key.permissions_json) as unknown[];
  return {
    agencyId: key.agency_id,
    ofInstallation: key.is_installation === 1,
    agencyWide: key.client_id === null,
    role: null,
    permissions: new Set(keyPermissions.filter((permission) => given.includes(permission))),
    clients,
  };
}
