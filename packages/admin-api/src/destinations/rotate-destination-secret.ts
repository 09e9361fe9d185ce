import { z } from "@hono/zod-openapi";
import { getAdapter } from "@leadrelay/adapters/registry";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { updateDestination } from "@leadrelay/db/destinations/write-destination";
import { openSettings } from "@leadrelay/delivery/open-settings";
import { readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { destinationAnswer } from "./destination-answer.ts";
import { destinationParams, destinationWithSecretSchema } from "./destination-schema.ts";
import { rotatedSettings } from "./rotated-settings.ts";
import { readLiveDestination } from "./read-destination.ts";

const longestOverlapSeconds = 30 * 24 * 3600;
const usualOverlapSeconds = 24 * 3600;

export const rotateDestinationSecret = changeEndpoint({
  method: "post",
  path: "/api/destinations/{destination_id}/secret",
  operationId: "rotateDestinationSecret",
  tag: "Destinations",
  summary: "Give a destination a new secret to sign with, shown once",
  description:
    "For `overlap_seconds` requests are signed with the secret before, too, so that its receiver may learn the new one meanwhile; then that ends by itself. 0 ends it at once, together with one that is still in the overlap of an earlier rotation. A longer overlap is refused until that one is over. The time of a try decides, so that what was held or waits is signed as what is sent then.",
  access: { permission: "config:write" },
  params: destinationParams,
  body: z.strictObject({
    overlap_seconds: z
      .int()
      .min(0)
      .max(longestOverlapSeconds)
      .default(usualOverlapSeconds)
      .openapi({ description: "0 to 30 days; a day unless said." }),
  }),
  answer: destinationWithSecretSchema,
  async handle({ params, body, access: { scope }, dependencies }) {
    const { sealer, now, randomBytes } = dependencies;
    const before = await readLiveDestination(params.destination_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    const opened: unknown = await openSettings(before, sealer).catch(() => null);
    const adapter = getAdapter(before.kind);
    const secret = adapter.signingSecret?.make(randomBytes(32)) ?? null;
    const rotated = rotatedSettings(adapter, opened, {
      secret,
      nowMs: now(),
      overlapMs: body.overlap_seconds * 1000,
    });
    if ("refused" in rotated) throw apiProblem("conflict", rotated.refused.replaceAll("{id}", before.id));
    const { settings, previousUntil } = rotated;
    const guard = versionGuard(scope, "destinations", before, null, now());
    const sealed_settings = await (
      await sealer()
    ).seal(JSON.stringify(settings), sealedSettingsAt(before.id));
    const destination = { ...before, sealed_settings, updated_at: guard.version };
    return {
      control: [guard.statement, ...updateDestination(scope, destination)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "destination.secret_rotated",
          subject: { kind: "destination", id: before.id },
          detail: { previous_secret_until: previousUntil },
        },
      ],
      answer: {
        body: {
          ...(await destinationAnswer(destination, dependencies)),
          secret: rotated.secret,
          previous_secret_until: previousUntil,
        },
        version: guard.version,
      },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});
