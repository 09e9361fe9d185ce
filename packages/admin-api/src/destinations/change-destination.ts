import { z } from "@hono/zod-openapi";
import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import { getAdapter } from "@leadrelay/adapters/registry";
import type { ReplyPolicy } from "@leadrelay/contracts/reply-policy";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { updateDestination } from "@leadrelay/db/destinations/write-destination";
import type { OperatorScope } from "@leadrelay/db/scope";
import { openSettings } from "@leadrelay/delivery/open-settings";
import { valuesBefore } from "../access/values-before.ts";
import { readLiveClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { destinationDetailsAnswer } from "./destination-details-answer.ts";
import { destinationName, destinationPolicies, destinationSettings } from "./destination-fields.ts";
import { changedDestinationSchema, destinationParams } from "./destination-schema.ts";
import { readLiveDestination } from "./read-destination.ts";
import { readSettings } from "./read-settings.ts";
import { requireAnew } from "./require-anew.ts";
import { requireConfirms } from "./require-confirms.ts";
import { requireInstallation } from "./require-installation.ts";
import { requireTakes } from "./require-takes.ts";
import { requireContacts } from "../access/require-contacts.ts";

export const changeDestination = changeEndpoint({
  method: "patch",
  path: "/api/destinations/{destination_id}",
  operationId: "changeDestination",
  tag: "Destinations",
  summary: "Change a destination, or switch it off and on",
  description:
    "Only what is sent changes, in `settings` too; but an address on another host takes no secret along that was given for the one before: name that anew, or `null`. To say where leads are sent, by an address or, where a kind has none, by anything but a switch, takes `contacts:read` too: whoever does receives their contact details. The next try of every delivery goes by the new settings; what was `held` is sent within a minute of `enabled: true`.",
  access: { permission: "config:write" },
  params: destinationParams,
  body: z
    .strictObject({ name: destinationName, settings: destinationSettings, ...destinationPolicies })
    .partial(),
  versioned: true,
  answer: changedDestinationSchema,
  async handle({ params, body, access: { scope }, dependencies, expectedVersion }) {
    const { settings: given, confirmation, returns, ...policies } = body;
    const after = {
      ...(confirmation === undefined ? {} : { confirmation }),
      ...(returns === undefined ? {} : { returns }),
    };
    const asked = { ...policies, ...after };
    const before = await readLiveDestination(params.destination_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    if (given !== undefined) requireInstallation(scope, before.kind);
    requireTakes(before.kind, asked.event_types);
    requireConfirms(before.kind, confirmation);
    const guard = versionGuard(scope, "destinations", before, expectedVersion, dependencies.now());
    const { sealed_settings, reply, ...told } =
      given === undefined
        ? { sealed_settings: before.sealed_settings, reply: before.reply }
        : await sealAnew(before, given, scope, dependencies);
    const destination: DestinationDetails = {
      ...before,
      ...policies,
      after: changedAfter(before.after, after),
      ...disabledSince(before, asked.enabled, dependencies.now()),
      sealed_settings,
      reply,
      updated_at: guard.version,
    };
    const change = {
      at: guard.version,
      by: null,
      fields: [...Object.keys(given ?? {}), ...Object.keys(asked)],
      enabled: asked.enabled ?? null,
    };
    return {
      control: [guard.statement, ...updateDestination(scope, destination)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "destination.changed",
          subject: { kind: "destination", id: destination.id },
          detail: {
            ...asked,
            ...valuesBefore({ ...before, ...before.after }, asked),
            ...(given === undefined ? {} : { settings_changed: Object.keys(given) }),
          },
        },
      ],
      answer: {
        body: { ...(await destinationDetailsAnswer(destination, scope, dependencies, [change])), ...told },
        version: guard.version,
      },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});

type ChangedAfter = { [Part in keyof AfterDelivery]: AfterDelivery[Part] | null };

/** What is null is asked no more; what is not named stays. */
function changedAfter(before: AfterDelivery, changed: ChangedAfter): AfterDelivery {
  const { confirmation = null, returns = null } = { ...before, ...changed };
  return { ...(confirmation === null ? {} : { confirmation }), ...(returns === null ? {} : { returns }) };
}

/** Why it is off, and since when. */
function disabledSince(
  { disabled_reason, disabled_at }: DestinationDetails,
  enabled: boolean | undefined,
  nowMs: number,
): Pick<DestinationDetails, "disabled_reason" | "disabled_at"> {
  if (enabled === true) return { disabled_reason: null, disabled_at: null };
  if (enabled === undefined || disabled_reason !== null) return { disabled_reason, disabled_at };
  return { disabled_reason: "by_hand", disabled_at: nowMs };
}

/** Settings that cannot be opened, or are none, count as none, so that they can be given anew. */
async function sealAnew(
  before: DestinationDetails,
  given: Record<string, unknown>,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<{ sealed_settings: string; reply: ReplyPolicy | null; notes?: string[]; secret?: string }> {
  const { sealer } = dependencies;
  const opened = await openSettings(before, sealer).catch(() => ({}));
  const until: Record<string, unknown> = typeof opened === "object" ? { ...opened } : {};
  const { settings, ...told } = await readSettings(before.kind, given, until, dependencies);
  // Named at all: whether it is what there is would tell a secret.
  if (saysWhere(before.kind, Object.keys(given), settings))
    requireContacts(scope, before.client_id, "address");
  requireAnew(before.kind, given, { until, from: settings });
  const sealed_settings = await (await sealer()).seal(JSON.stringify(settings), sealedSettingsAt(before.id));
  return { sealed_settings, reply: getAdapter(before.kind).repliesBy?.(settings) ?? null, ...told };
}

/** An address says where leads go; where a kind has none, an account's key, a sheet or a chat does, and all but its switches may. */
function saysWhere(kind: string, names: readonly string[], settings: unknown): boolean {
  const adapter = getAdapter(kind);
  const addresses = new Set(adapter.addresses(settings).map(({ setting }) => setting));
  return names.some((name) =>
    addresses.size > 0 ? addresses.has(name) : adapter.fields[name]?.type !== "switch",
  );
}
