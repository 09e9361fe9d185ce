import type { EventType } from "@leadrelay/contracts/event-type";
import type { Environment } from "@leadrelay/contracts/environment";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { ReplaySkipReason } from "@leadrelay/contracts/replay";
import type { DeliveryRow, EventRow } from "../decide/commit-plan.ts";
import type { DestinationTrace } from "../decide/decision-trace.ts";
import type { DestinationFacts } from "../decide/facts.ts";
import { wentOf, type Went } from "../routes/went-of.ts";
import { planDeliveries } from "../decide/plan-deliveries.ts";
import { eventId } from "../ids/derived-id.ts";
import { routingByHash } from "../decide/routing-by-hash.ts";
import { leadValues, type ToldLead } from "../shape/lead-values.ts";
import { postedBy } from "../shape/posted.ts";
import { noMapping, type FieldMapping } from "../fields/field-mapping.ts";
import { packPayload } from "../payload/pack-payload.ts";
import type { FrozenEvent } from "../payload/read-payload.ts";

/** A stored submission that may be sent on purpose. */
export interface Releasable {
  lead_id: number;
  public_id: string;
  client_id: string;
  form_id: string;
  /** When it came in, ms UTC. */
  submitted_at: number;
  isTest: boolean;
  /** Something of its lead is, or was, on its way: see `KnownLead`. */
  wentOut: boolean;
  /** Route → the member that has its lead, as JSON; null: none. */
  routed_json: string | null;
  /** What it tells of the person, frozen when it came; null where that is gone. */
  frozen: FrozenEvent | null;
  /** All that was posted, as JSON. */
  payload_json: string;
}

interface Circumstances {
  destinations: readonly DestinationFacts[];
  /** Only these, whatever they take; null: those that take it. */
  to: readonly string[] | null;
  environment: Environment;
  nowMs: number;
  /** Form → what it calls our fields; absent: by their usual names. */
  mappings: ReadonlyMap<string, FieldMapping>;
}

/** The event and the deliveries that send it, or why nothing does. */
export type Release =
  | { kind: "release"; event: EventRow; deliveries: DeliveryRow[]; went: Went }
  | { kind: "skip"; reason: ReplaySkipReason };

/**
 * What sends each of these, in order: two of one lead that never went out are its `lead.created` and a `lead.reengaged`. Ids are those
 * that the submission's events and deliveries always had, so that a release is made once however often it is tried.
 */
export function planReleases<Candidate extends Releasable>(
  candidates: readonly Candidate[],
  circumstances: Circumstances,
): { candidate: Candidate; release: Release }[] {
  const out = new Map<number, Went>();
  return candidates.map((candidate) => {
    const { lead_id, routed_json } = candidate;
    const wentOut = candidate.wentOut || out.has(lead_id);
    const went = out.get(lead_id) ?? wentOf({ routed_json, went_out: wentOut });
    const release = planRelease({ ...candidate, wentOut }, went, circumstances);
    if (release.kind === "release") out.set(lead_id, { ...went, ...release.went });
    return { candidate, release };
  });
}

function planRelease(submission: Releasable, went: Went, circumstances: Circumstances): Release {
  const { frozen, lead_id, client_id, form_id, isTest } = submission;
  if (frozen === null) return { kind: "skip", reason: "erased" };
  const type: EventType = submission.wentOut ? "lead.reengaged" : "lead.created";
  const place = { lead_id, type, submission_public_id: submission.public_id };
  const id = eventId(submission.public_id, type);
  const lead = { source: frozen.payload.lead_source, form_id };
  const { nowMs } = circumstances;
  const saying = (): ToldLead => ({
    event: { id, type, created_at: nowMs },
    ...frozen,
    ...postedBy(submission.payload_json, circumstances.mappings.get(form_id) ?? noMapping),
    delivery_public_id: null,
  });
  const planned = planDeliveries(
    { id, type, lead_id, client_id, ...lead, submitted_at: null, reachesCreatedOnly: false },
    named(circumstances, type),
    {
      environment: circumstances.environment,
      isTest,
      nowMs,
      direct: {},
      values: () => leadValues(saying()),
      ...(circumstances.to === null && {
        routing: routingByHash({ client_id, isTest, lead, nowMs }, submission.public_id, {
          told: saying,
          went,
        }),
      }),
    },
  );
  const { rows, traces } = planned;
  if (rows.length === 0) return { kind: "skip", reason: whyNobody(traces) };
  const told: LeadPayload = { ...frozen.payload, is_duplicate: type === "lead.created" ? "no" : "yes" };
  const event = {
    ...place,
    id,
    client_id,
    payload_json: packPayload(told, place),
    created_at: circumstances.nowMs,
  };
  const got = circumstances.to === null ? planned.went : wentOnPurpose(rows, went, circumstances);
  return { kind: "release", event, deliveries: rows, went: got };
}

/** Of a route of which nobody had the lead it is the first one's whom it is sent to by name. */
function wentOnPurpose(
  rows: readonly DeliveryRow[],
  before: Went,
  { destinations }: Pick<Circumstances, "destinations">,
): Went {
  const went: Record<string, string> = {};
  for (const { destination_id } of rows) {
    const route = destinations.find(({ id }) => id === destination_id)?.route ?? null;
    if (route !== null && route.mode !== "all" && before[route.route_id] === undefined)
      went[route.route_id] ??= destination_id;
  }
  return went;
}

/** Whoever names a destination means it, tests, filters and all; but never one of another environment. */
const named = ({ destinations, to }: Circumstances, type: EventType): readonly DestinationFacts[] =>
  to === null
    ? destinations
    : destinations
        .filter(({ id }) => to.includes(id))
        .map((destination) => ({ ...destination, event_types: [type], takes_test: true, filter: undefined }));

/** The first of these that any destination has. */
const reasons = [
  "takes_no_tests",
  "other_environment",
  "filtered",
  "route_conditions",
] as const satisfies ReplaySkipReason[];

const whyNobody = (traces: readonly DestinationTrace[]): ReplaySkipReason =>
  reasons.find((reason) => traces.some((trace) => trace.reason === reason)) ?? "no_destination";
