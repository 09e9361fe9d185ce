import { z } from "@hono/zod-openapi";
import { updateAccessKey } from "@leadrelay/db/access-keys/write-access-key";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { accessKeyName, accessKeyParams, accessKeySchema, grantedPermissions } from "./access-key-schema.ts";
import { readAccessKey } from "./read-access-key.ts";
import { requireGrantablePermissions } from "./require-grantable-permissions.ts";
import { requireLive } from "./require-live.ts";
import { auditKey } from "./shown-key.ts";

export const changeAccessKey = changeEndpoint({
  method: "patch",
  path: "/api/access-keys/{key_id}",
  operationId: "changeAccessKey",
  tag: "Access keys",
  summary: "Change an access key's name and permissions",
  description: "From its next request on.",
  access: { permission: "keys:manage" },
  params: accessKeyParams,
  body: z.strictObject({ name: accessKeyName.optional(), permissions: grantedPermissions.optional() }),
  versioned: true,
  answer: accessKeySchema,
  async handle({ params, body, access: { caller, scope }, dependencies, expectedVersion }) {
    const before = await readAccessKey(params.key_id, scope, dependencies);
    requireLive(before);
    const guard = versionGuard(scope, "access_keys", before, expectedVersion, dependencies.now());
    const key = { ...before, ...body, updated_at: guard.version };
    requireGrantablePermissions(caller?.grants ?? [], key);
    return {
      control: [guard.statement, updateAccessKey(scope, key)],
      audit: [auditKey(key, "changed", body)],
      answer: { body: key, version: key.updated_at },
    };
  },
});
