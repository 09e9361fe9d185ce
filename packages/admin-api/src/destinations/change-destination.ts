import { z } from "@hono/zod-openapi";
import { getAdapter } from "@leadrelay/adapters/registry";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { updateDestination } from "@leadrelay/db/destinations/write-destination";
import type { OperatorScope } from "@leadrelay/db/scope";
import { openSettings } from "@leadrelay/delivery/open-settings";
import { readLiveClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { destinationAnswer } from "./destination-answer.ts";
import { destinationName, destinationPolicies, destinationSettings } from "./destination-fields.ts";
import { destinationParams, destinationSchema } from "./destination-schema.ts";
import { readLiveDestination } from "./read-destination.ts";
import { readSettings } from "./read-settings.ts";
import { requireAnew } from "./require-anew.ts";
import { requireContacts } from "../access/require-contacts.ts";

export const changeDestination = changeEndpoint({
  method: "patch",
  path: "/api/destinations/{destination_id}",
  operationId: "changeDestination",
  tag: "Destinations",
  summary: "Change a destination, or switch it off and on",
  description:
    "Only what is sent changes, in `settings` too; but an address on another host takes no secret along that was given for the one before: name that anew, or `null`. To name an address takes `contacts:read` too: whoever says where leads are sent receives their contact details. The next try of every delivery goes by the new settings; what was `held` is sent within a minute of `enabled: true`.",
  access: { permission: "config:write" },
  params: destinationParams,
  body: z
    .strictObject({ name: destinationName, settings: destinationSettings, ...destinationPolicies })
    .partial(),
  versioned: true,
  answer: destinationSchema,
  async handle({ params, body, access: { scope }, dependencies, expectedVersion }) {
    const { settings: given, ...asked } = body;
    const before = await readLiveDestination(params.destination_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    const guard = versionGuard(scope, "destinations", before, expectedVersion, dependencies.now());
    const destination: DestinationDetails = {
      ...before,
      ...asked,
      disabled_reason: disabledReason(before, asked.enabled),
      sealed_settings:
        given === undefined ? before.sealed_settings : await sealAnew(before, given, scope, dependencies),
      updated_at: guard.version,
    };
    return {
      control: [guard.statement, ...updateDestination(scope, destination)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "destination.changed",
          subject: { kind: "destination", id: destination.id },
          detail: { ...asked, ...(given === undefined ? {} : { settings_changed: Object.keys(given) }) },
        },
      ],
      answer: { body: await destinationAnswer(destination, dependencies), version: guard.version },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});

function disabledReason(before: DestinationDetails, enabled: boolean | undefined): string | null {
  if (enabled === undefined) return before.disabled_reason;
  return enabled ? null : (before.disabled_reason ?? "by_hand");
}

/** Settings that cannot be opened count as none, so that they can be given anew. */
async function sealAnew(
  before: DestinationDetails,
  given: Record<string, unknown>,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<string> {
  const { sealer } = dependencies;
  const opened = await openSettings(before, sealer).catch(() => ({}));
  const until = opened as Record<string, unknown>;
  const settings = await readSettings(before.kind, given, until, dependencies);
  // Named at all: whether it is the one there is would tell a secret.
  const isAddressed = getAdapter(before.kind)
    .addresses(settings)
    .some(({ setting }) => setting in given);
  if (isAddressed) requireContacts(scope, before.client_id, "address");
  requireAnew(before.kind, given, { until, from: settings });
  return (await sealer()).seal(JSON.stringify(settings), sealedSettingsAt(before.id));
}
