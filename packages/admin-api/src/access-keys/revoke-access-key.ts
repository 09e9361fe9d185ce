import { revokeAccessKey as writeRevocation } from "@leadrelay/db/access-keys/write-access-key";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { accessKeyParams, accessKeySchema } from "./access-key-schema.ts";
import { readAccessKey } from "./read-access-key.ts";
import { auditKey } from "./shown-key.ts";

export const revokeAccessKey = changeEndpoint({
  method: "delete",
  path: "/api/access-keys/{key_id}",
  operationId: "revokeAccessKey",
  tag: "Access keys",
  summary: "Revoke an access key, at once and for good",
  description: "Both secrets of a key that is being rotated end. Revoking it again changes nothing.",
  access: { permission: "keys:manage" },
  params: accessKeyParams,
  answer: accessKeySchema,
  async handle({ params, access: { scope }, dependencies }) {
    const before = await readAccessKey(params.key_id, scope, dependencies);
    if (before.revoked_at !== null)
      return { audit: [], answer: { body: before, version: before.updated_at } };
    const at = dependencies.now();
    const guard = versionGuard(scope, "access_keys", before, null, at);
    const key = { ...before, revoked_at: at, previous_expires_at: null, updated_at: guard.version };
    return {
      control: [guard.statement, writeRevocation(scope, key.id, at)],
      decideAnew: true,
      audit: [auditKey(key, "revoked", {})],
      answer: { body: key, version: guard.version },
    };
  },
});
