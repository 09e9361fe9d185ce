import { z } from "@hono/zod-openapi";
import { insertAccessKey } from "@leadrelay/db/access-keys/write-access-key";
import { newAccessKeyId, newAccessKeySecret } from "@leadrelay/signing/access-keys/access-key";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { accessKeyName, grantedPermissions, keyEnd, keyWithSecretSchema } from "./access-key-schema.ts";
import { findKeyPlace } from "./find-key-place.ts";
import { secretPlace } from "../access/key-secrets.ts";
import { requireGrantablePermissions } from "./require-grantable-permissions.ts";
import { requireAhead } from "./require-ahead.ts";
import { auditKey } from "./shown-key.ts";
import { withSecret } from "./with-secret.ts";

const owner = z.string().min(1).max(100).optional();

export const createAccessKey = changeEndpoint({
  method: "post",
  path: "/api/access-keys",
  operationId: "createAccessKey",
  tag: "Access keys",
  summary: "Create an access key, whose secret is shown once",
  description:
    "For one client, or for every client of an agency, those to come too. It outlives whoever makes it. The same request under the same `Idempotency-Key` is answered with the same secret.",
  access: { permission: "keys:manage" },
  body: z
    .strictObject({
      client_id: owner.openapi({ description: "Without it the key reaches every client of the agency." }),
      agency_id: owner.openapi({ description: "Beside `client_id` it may be left out." }),
      name: accessKeyName,
      permissions: grantedPermissions,
      expires_at: keyEnd.default(null),
    })
    .refine(({ client_id, agency_id }) => client_id !== undefined || agency_id !== undefined, {
      path: ["client_id"],
      message: "should name a client, or agency_id an agency",
    }),
  status: 201,
  answer: keyWithSecretSchema,
  async handle({ body, access: { actor, caller, scope }, dependencies, request }) {
    if (actor.kind === "nobody" || caller === undefined) throw new Error("requireAccess lets nobody through");
    const { name, permissions, expires_at } = body;
    const at = dependencies.now();
    const place = await findKeyPlace(body, scope, dependencies);
    requireGrantablePermissions(caller.grants, { ...place, permissions });
    requireAhead(expires_at, at);
    const id = newAccessKeyId(dependencies.randomBytes(15));
    const secret = newAccessKeySecret(dependencies.randomBytes(32));
    const sealed = await (await dependencies.sealer()).seal(secret, secretPlace(id));
    const times = { created_at: at, updated_at: at, expires_at, revoked_at: null, last_used_at: null };
    const key = {
      id,
      ...place,
      name,
      permissions,
      previous_expires_at: null,
      created_by: actor.id,
      ...times,
    };
    return {
      control: [insertAccessKey(scope, key, sealed)],
      audit: [auditKey(key, "created", { name, permissions, expires_at })],
      answer: {
        body: withSecret(key, secret, dependencies.publicUrl ?? request.origin),
        version: at,
        headers: { location: `/api/access-keys/${id}` },
      },
    };
  },
});
