import { z } from "@hono/zod-openapi";
import { findSealedSecret } from "@leadrelay/db/access-keys/find-access-key";
import { rotateAccessKey as writeRotation } from "@leadrelay/db/access-keys/write-access-key";
import { runOne } from "@leadrelay/db/run-batch";
import { newAccessKeySecret } from "@leadrelay/signing/access-keys/access-key";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { notFound } from "../problems/api-problem.ts";
import { accessKeyParams, keyEnd, keyWithSecretSchema } from "./access-key-schema.ts";
import { sealSecrets } from "../access/key-secrets.ts";
import { planRotation } from "./plan-rotation.ts";
import { readAccessKey } from "./read-access-key.ts";
import { requireGrantablePermissions } from "./require-grantable-permissions.ts";
import { auditKey } from "./shown-key.ts";
import { withSecret } from "./with-secret.ts";

const longestOverlapSeconds = 30 * 24 * 3600;

export const rotateAccessKey = changeEndpoint({
  method: "post",
  path: "/api/access-keys/{key_id}/rotate",
  operationId: "rotateAccessKey",
  tag: "Access keys",
  summary: "Give an access key a new secret, shown once",
  description:
    "The secret until now goes on working for `overlap_seconds`; 0 ends it at once, together with one that is still in the overlap of an earlier rotation. A longer overlap is refused until that one is over. An expired key needs a new `expires_at`, and what it signed with before stays dead.",
  access: { permission: "keys:manage" },
  params: accessKeyParams,
  body: z.strictObject({
    overlap_seconds: z.int().min(0).max(longestOverlapSeconds).openapi({ description: "0 to 30 days." }),
    expires_at: keyEnd.optional(),
  }),
  answer: keyWithSecretSchema,
  async handle({ params, body, access: { caller, scope }, dependencies, request }) {
    const at = dependencies.now();
    const before = await readAccessKey(params.key_id, scope, dependencies);
    requireGrantablePermissions(caller?.grants ?? [], before);
    const planned = planRotation(before, body, at);
    const guard = versionGuard(scope, "access_keys", before, null, at);
    const key = { ...before, ...planned, updated_at: guard.version };
    const secret = newAccessKeySecret(dependencies.randomBytes(32));
    const [current] = await runOne(dependencies.control, findSealedSecret(scope, key.id));
    if (current === undefined) throw notFound("access key");
    const until = planned.previous_expires_at === null ? null : current;
    const sealed = await sealSecrets(key.id, secret, until, await dependencies.sealer());
    const rotated = { id: key.id, ...planned, ...sealed, updated_at: key.updated_at };
    return {
      control: [guard.statement, writeRotation(scope, rotated)],
      audit: [auditKey(key, "rotated", planned)],
      answer: {
        body: withSecret(key, secret, dependencies.publicUrl ?? request.origin),
        version: key.updated_at,
      },
    };
  },
});
