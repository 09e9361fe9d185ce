import { z } from "@hono/zod-openapi";
import { updateAccessKey } from "@leadrelay/db/access-keys/write-access-key";
import { valuesBefore } from "../access/values-before.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { apiProblem } from "../problems/api-problem.ts";
import {
  accessKeyName,
  accessKeyParams,
  accessKeySchema,
  grantedPermissions,
  keyEnd,
} from "./access-key-schema.ts";
import { readAccessKey } from "./read-access-key.ts";
import { requireAhead } from "./require-ahead.ts";
import { requireGrantablePermissions } from "./require-grantable-permissions.ts";
import { requireLive } from "./require-live.ts";
import { auditKey } from "./shown-key.ts";

const hasRunOut = "This key has expired: rotate it with a new expires_at, or null for none.";

export const changeAccessKey = changeEndpoint({
  method: "patch",
  path: "/api/access-keys/{key_id}",
  operationId: "changeAccessKey",
  tag: "Access keys",
  summary: "Change an access key's name, permissions and end",
  description: "From its next request on. One that ran out gets a new end with a new secret: rotate it.",
  access: { permission: "keys:manage" },
  params: accessKeyParams,
  body: z.strictObject({
    name: accessKeyName.optional(),
    permissions: grantedPermissions.optional(),
    expires_at: keyEnd.optional(),
  }),
  versioned: true,
  answer: accessKeySchema,
  async handle({ params, body, access: { caller, scope }, dependencies, expectedVersion }) {
    const before = await readAccessKey(params.key_id, scope, dependencies);
    requireLive(before);
    const at = dependencies.now();
    if (body.expires_at !== undefined) {
      // Else what was signed with it meanwhile would open something after all.
      if (before.expires_at !== null && before.expires_at <= at) throw apiProblem("conflict", hasRunOut);
      requireAhead(body.expires_at, at);
    }
    const guard = versionGuard(scope, "access_keys", before, expectedVersion, at);
    const key = { ...before, ...body, updated_at: guard.version };
    requireGrantablePermissions(caller?.grants ?? [], key);
    return {
      control: [guard.statement, updateAccessKey(scope, key)],
      audit: [auditKey(key, "changed", { ...body, ...valuesBefore({ ...before }, body) })],
      answer: { body: key, version: key.updated_at },
    };
  },
});
