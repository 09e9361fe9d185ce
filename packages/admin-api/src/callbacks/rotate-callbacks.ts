import { z } from "@hono/zod-openapi";
import { callbacksOfClient, putClientCallbacks } from "@leadrelay/db/callbacks/callbacks-of-client";
import { markDirectConfigStale } from "@leadrelay/db/publishing/mark-direct-config-stale";
import { runOne } from "@leadrelay/db/run-batch";
import {
  hashOfSecret,
  newCallbackKey,
  newCallbackSecret,
} from "@leadrelay/signing/callbacks/callback-secret";
import { clientParams } from "../clients/client-schema.ts";
import { readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { callbacksWithSecretSchema, shownCallbacks } from "./callbacks-schema.ts";

const longestOverlapSeconds = 30 * 24 * 3600;
const usualOverlapSeconds = 24 * 3600;

export const rotateCallbacks = changeEndpoint({
  method: "post",
  path: "/api/clients/{client_id}/callbacks",
  operationId: "rotateCallbacks",
  tag: "Clients",
  summary: "Give a client's callbacks a secret, or another one, shown once",
  description:
    "The key, which the addresses have in them, stays. The secret until now goes on letting in for `overlap_seconds`; 0 ends it, at the edge within about a minute. The new one lets in at once.",
  access: { permission: "config:write" },
  params: clientParams,
  body: z.strictObject({
    overlap_seconds: z
      .int()
      .min(0)
      .max(longestOverlapSeconds)
      .default(usualOverlapSeconds)
      .openapi({ description: "0 to 30 days; a day unless said." }),
  }),
  answer: callbacksWithSecretSchema,
  async handle({ params, body, access: { scope }, dependencies }) {
    const { now, randomBytes, control, intakeUrl, callbackSigner } = dependencies;
    const client = await readLiveClient(params.client_id, scope, dependencies);
    const [before] = await runOne(control, callbacksOfClient(scope, client.id));
    const at = now();
    const callback_key = before?.callback_key ?? newCallbackKey(randomBytes(12));
    const secret =
      before === undefined
        ? newCallbackSecret(callback_key, randomBytes(32))
        : await (await callbackSigner()).secretAfter(callback_key, before.secret_hash);
    const overlaps = before !== undefined && body.overlap_seconds > 0;
    const row = {
      client_id: client.id,
      callback_key,
      secret_hash: await hashOfSecret(secret),
      previous_hash: overlaps ? before.secret_hash : null,
      previous_until: overlaps ? at + body.overlap_seconds * 1000 : null,
      created_at: before?.created_at ?? at,
      updated_at: at,
    };
    return {
      control: [putClientCallbacks(scope, row), markDirectConfigStale(scope, client.id)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "client.changed",
          subject: { kind: "client", id: client.id },
          detail: { callback_secret: "rotated", previous_secret_until: row.previous_until },
        },
      ],
      answer: { body: { ...shownCallbacks(client.id, row, { intakeUrl, nowMs: at }), secret } },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});
