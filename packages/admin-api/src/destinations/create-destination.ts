import { z } from "@hono/zod-openapi";
import { getAdapter } from "@leadrelay/adapters/registry";
import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { insertDestination } from "@leadrelay/db/destinations/write-destination";
import { deletedMeanwhile, readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { destinationAnswer } from "./destination-answer.ts";
import {
  destinationKind,
  destinationName,
  destinationPolicies,
  destinationSettings,
} from "./destination-fields.ts";
import { createdDestinationSchema } from "./destination-schema.ts";
import { readSettings } from "./read-settings.ts";
import { requireConfirms } from "./require-confirms.ts";
import { requireInstallation } from "./require-installation.ts";
import { requireTakes } from "./require-takes.ts";
import { usualEvents } from "./usual-events.ts";
import { requireContacts } from "../access/require-contacts.ts";

const usual = {
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  environments: ["production"],
  takes_test: false,
  retry_schedule: null,
  timeout_ms: null,
  hold_after_refusals: null,
  limits: null,
  shape_json: null,
} satisfies Partial<DestinationDetails>;

export const createDestination = changeEndpoint({
  method: "post",
  path: "/api/destinations",
  operationId: "createDestination",
  tag: "Destinations",
  summary: "Add a destination to a client",
  description:
    "Leads that come in from now on are delivered to it. Not said, it takes `lead.created` and `lead.reengaged` (a `lead_reply` the first alone), but no corrections (`lead.updated`), from production only, and no tests. Needs `contacts:read` too: whoever says where leads are sent receives their contact details.",
  access: { permission: "config:write" },
  body: z.strictObject({
    client_id: z.string().min(1).max(100),
    name: destinationName,
    kind: destinationKind,
    settings: destinationSettings,
    ...z.object(destinationPolicies).partial().shape,
  }),
  status: 201,
  answer: createdDestinationSchema,
  async handle({ body, access: { scope }, dependencies }) {
    const { settings: given, confirmation, returns, ...policies } = body;
    const after = {
      ...(confirmation == null ? {} : { confirmation }),
      ...(returns == null ? {} : { returns }),
    };
    const asked = { ...policies, ...after };
    const client = await readLiveClient(body.client_id, scope, dependencies);
    requireContacts(scope, client.id, "address");
    requireInstallation(scope, body.kind);
    requireTakes(body.kind, asked.event_types);
    requireConfirms(body.kind, confirmation);
    const { settings, ...told } = await readSettings(body.kind, given, {}, dependencies);
    const at = dependencies.now();
    const id = `dst_${dependencies.newId()}`;
    const sealer = await dependencies.sealer();
    const destination: DestinationDetails = {
      ...usual,
      event_types: usualEvents(body.kind),
      ...policies,
      id,
      reply: getAdapter(body.kind).repliesBy?.(settings) ?? null,
      sealed_settings: await sealer.seal(JSON.stringify(settings), sealedSettingsAt(id)),
      disabled_reason: asked.enabled === false ? "by_hand" : null,
      disabled_at: asked.enabled === false ? at : null,
      created_at: at,
      updated_at: at,
      deleted_at: null,
      after,
    };
    return {
      control: [requireLiveClient(scope, client.id), ...insertDestination(scope, destination)],
      conflicts: deletedMeanwhile,
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "destination.created",
          subject: { kind: "destination", id },
          detail: asked,
        },
      ],
      answer: {
        body: { ...(await destinationAnswer(destination, dependencies)), ...told },
        version: at,
        headers: { location: `/api/destinations/${id}` },
      },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});
