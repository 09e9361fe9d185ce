import { knownShapes } from "../src/shapes/known-shapes.ts";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import type { ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import { sealedSettingsAt, type Destination } from "@leadrelay/db/destinations/destination";
import { createSealer } from "@leadrelay/signing/seal";
import type { ClaimedDelivery } from "../src/claimed-delivery.ts";
import type { DeliveryDependencies } from "../src/delivery-dependencies.ts";

const sealer = await createSealer(`k1:${btoa(String.fromCharCode(...new Uint8Array(32).fill(7)))}`);

/** A destination of its own, its settings sealed; of Make's at `https://hook.example.com/{id}` unless told otherwise. */
export async function newDestination(
  given: Partial<Destination> = {},
  told?: Readonly<Record<string, unknown>>,
): Promise<Destination> {
  const id = given.id ?? `dst_${crypto.randomUUID()}`;
  const settings = JSON.stringify(told ?? { url: `https://hook.example.com/${id}`, api_key: null });
  return {
    id,
    client_id: "cli",
    name: "Make",
    kind: "make",
    sealed_settings: await sealer.seal(settings, sealedSettingsAt(id)),
    enabled: true,
    takes_test: false,
    environments: ["production"],
    event_types: ["lead.created"],
    retry_schedule: null,
    timeout_ms: null,
    hold_after_refusals: null,
    reply: null,
    limits: null,
    after: {},
    shape_json: null,
    deleted: false,
    health: null,
    ...given,
  };
}

let leads = 0;

/** A delivery of which the first attempt is ours. */
export function claimedDelivery(destination: Destination, given: Partial<ClaimedRow> = {}): ClaimedDelivery {
  const lead_id = (leads += 1);
  const event = {
    id: `evt_${lead_id}`,
    type: "lead.created",
    payload: samplePayload,
    attribution: { first: null, latest: null },
    created_at: 1,
  } as const;
  const delivery: ClaimedRow = {
    lead_id,
    event_id: event.id,
    destination_id: destination.id,
    public_id: `dlv_${lead_id}`,
    client_id: "cli",
    attempts: 1,
    max_attempts: 3,
    schedule_from: 0,
    form_id: null,
    submitted_at: 900_000,
    next_attempt_at: 0,
    kept: {},
    event,
    ...given,
  };
  return { delivery, destination };
}

/** A clock that stands at a million, a receiver that takes everything, and a database that must not be asked. */
export const stillDependencies = (given: Partial<DeliveryDependencies> = {}): DeliveryDependencies => ({
  control: undefined as unknown as D1Database,
  lead: undefined as unknown as D1Database,
  sealer: async () => sealer,
  fetch: async () => new Response("Accepted"),
  now: () => 1_000_000,
  random: () => 0.5,
  wait: async () => {},
  allowPrivate: false,
  ownHosts: [],
  lookUpHost: null,
  retrySchedule: [1_000, 2_000],
  environment: "development",
  timeoutMs: 30,
  callbackUrl: async () => null,
  mappingOf: async () => noMapping,
  keepsExchanges: true,
  knownShapes: knownShapes(),
  ...given,
});
