import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { DeliveryRow, EventRow, LeadRow, SubmissionRow } from "../decide/commit-plan.ts";
import type { DestinationTrace } from "../decide/decision-trace.ts";
import { planDeliveries } from "../decide/plan-deliveries.ts";
import { unsentRule } from "../decide/unsent-rule.ts";
import { eventId } from "../ids/derived-id.ts";
import type { Identity, SharedIdentity } from "../identity/identity.ts";
import { nameWords } from "../identity/name-words.ts";
import { routingByHash } from "../decide/routing-by-hash.ts";
import { packPayload } from "../payload/pack-payload.ts";
import { readFrozen } from "../payload/read-payload.ts";
import { routedJson, type Went } from "../routes/went-of.ts";
import { leadValues, type ToldLead } from "../shape/lead-values.ts";
import { noMapping } from "../fields/field-mapping.ts";
import { postedBy } from "../shape/posted.ts";
import { outcomeChanges, type OutcomeChange } from "./outcome-changes.ts";
import type { SplitFacts, SplitSubmission } from "./split-facts.ts";
import { contactsOf, identitiesThatGo } from "./split-identities.ts";
import { attributionOf, splitPayload } from "./split-payload.ts";
import { inOrder, standingOf, visitorOf } from "./standing-of.ts";
import { splitTrace } from "./split-trace.ts";

/** A submission's row where it goes to. */
export interface Move extends Pick<
  SubmissionRow,
  "id" | "public_id" | "submission_number" | "outcome" | "decision_json" | "unsent" | "unsent_payload"
> {
  /** Its number at the lead it leaves, and what that said of its being sent. */
  from: { submission_number: number; unsent: SubmissionRow["unsent"] };
}

/** All that a split writes, in one batch or not at all. */
export interface SplitPlan {
  newLead: LeadRow;
  /** The lead it leaves, as the others alone make it. */
  oldLead: LeadRow;
  moves: Move[];
  /** Go where the lead that is left holds them. */
  identities: Identity[];
  /** What the new lead is found by too where another keeps it. */
  shared: SharedIdentity[];
  /** Name words the new lead is found by, and those nobody who stays has. */
  nameWords: { added: string[]; dropped: string[] };
  /** Tells of the new lead; its destinations, those told before left out. */
  event: EventRow;
  deliveries: DeliveryRow[];
  traces: DestinationTrace[];
  /** What waited to tell of a repeat that is none. */
  cancelled: SplitSubmission["deliveries"][number][];
  outcomes: OutcomeChange[];
}

/**
 * The chosen submissions as a lead of their own, decided anew: nothing was ever sent of it, so that it is told as `lead.created`, once and as
 * it stands. What was told of them under the lead they leave stays there, byte for byte; what still waits to be told there is cancelled.
 */
export function planSplit(facts: SplitFacts, chosen: ReadonlySet<string>): SplitPlan {
  const { lead, submissions, ids, nowMs } = facts;
  const going = inOrder(submissions.filter(({ public_id }) => chosen.has(public_id)));
  const staying = submissions.filter(({ public_id }) => !chosen.has(public_id));
  const teller = going.find((one) => !hasTold(one)) ?? going[0];
  if (teller === undefined) throw new Error("Nothing was chosen");
  const identities = identitiesThatGo(going, staying, lead);
  const newLead: LeadRow = {
    ...lead,
    ...standingOf(going),
    ...ids,
    form_id: going[0]?.form_id ?? lead.form_id,
    submission_count: going.length,
    last_sent_at: null,
  };
  const event: EventRow = {
    lead_id: ids.id,
    id: eventId(teller.public_id, "lead.created"),
    client_id: lead.client_id,
    type: "lead.created",
    submission_public_id: teller.public_id,
    payload_json: "",
    created_at: nowMs,
  };
  const payload = splitPayload(teller, newLead, { ...facts, number: going.length, isDuplicate: false });
  const source = { source: payload.lead_source, form_id: teller.form_id };
  event.payload_json = packPayload(payload, event, attributionOf(newLead));
  const told = teller.deliveries.filter(({ type }) => type === "lead.created");
  const saying = (): ToldLead => ({
    event,
    ...readFrozen(event),
    ...postedBy(teller.payload_json, facts.mappings.get(teller.form_id) ?? noMapping),
    delivery_public_id: null,
  });
  const before = wentBefore(told, facts.destinations);
  const { rows, traces, went } = planDeliveries(
    { ...event, ...source, submitted_at: null, reachesCreatedOnly: false },
    facts.destinations,
    {
      environment: facts.environment,
      isTest: lead.is_test,
      nowMs,
      direct: Object.fromEntries(told.map(({ destination_id }) => [destination_id, []])),
      routing: routingByHash(
        { client_id: lead.client_id, isTest: lead.is_test, lead: source, nowMs },
        teller.public_id,
        { told: saying, went: before },
      ),
      values: () => leadValues(saying()),
    },
  );
  newLead.routed_json = routedJson({}, { ...before, ...went });
  const moves = going.map((one, index): Move => {
    const isTeller = one === teller;
    const trace = splitTrace(one, { lead, newLead, identities, destinations: isTeller ? traces : null });
    const repeat = splitPayload(one, newLead, { ...facts, number: index + 1, isDuplicate: true });
    return {
      id: one.id,
      public_id: one.public_id,
      submission_number: index + 1,
      outcome: lead.is_test ? "test" : isTeller ? "new_lead" : "duplicate",
      decision_json: trace,
      unsent: isTeller ? unsentTeller(one, told.length + rows.length, traces) : one.unsent,
      unsent_payload:
        !isTeller && one.unsent !== null && one.frozen !== null
          ? packPayload(
              repeat,
              { lead_id: ids.id, type: "lead.reengaged", submission_public_id: one.public_id },
              attributionOf(newLead),
            )
          : null,
      from: { submission_number: one.submission_number, unsent: one.unsent },
    };
  });
  return {
    newLead,
    oldLead: leftBehind(lead, going, staying),
    moves,
    identities,
    shared: contactsOf(going, lead, ids.id),
    nameWords: splitWords(going, staying),
    event,
    deliveries: rows,
    traces,
    cancelled: going.flatMap(({ deliveries }) =>
      deliveries.filter(({ type, status }) => type !== "lead.created" && isWaiting(status)),
    ),
    outcomes: outcomeChanges(going, moves, lead.client_id),
  };
}

/** Who of a route was told of it as a new lead has it, whatever lead it was then. */
function wentBefore(
  told: readonly { destination_id: string }[],
  destinations: SplitFacts["destinations"],
): Went {
  const went: Record<string, string> = {};
  for (const { destination_id } of told) {
    const route = destinations.find(({ id }) => id === destination_id)?.route ?? null;
    if (route !== null && route.mode !== "all") went[route.route_id] = destination_id;
  }
  return went;
}

const hasTold = ({ deliveries }: SplitSubmission) => deliveries.some(({ type }) => type === "lead.created");

/** One under way is its worker's. */
const isWaiting = (status: DeliveryStatus) => status === "pending" || status === "held";

const unsentTeller = (
  { trace }: SplitSubmission,
  deliveries: number,
  traces: readonly DestinationTrace[],
): SubmissionRow["unsent"] =>
  unsentRule({ verdict: { rule: "split" }, test: trace?.test ?? null }, deliveries, traces);

/**
 * The lead as the others alone make it. Its count only ever grows, so that whoever read it before is overtaken, and no number is given twice.
 * A browser that nothing told keeps stays, unless it is known to be theirs who go.
 */
function leftBehind(
  lead: LeadRow,
  going: readonly SplitSubmission[],
  staying: readonly SplitSubmission[],
): LeadRow {
  const standing = standingOf(staying);
  const isTheirs = going.some((one) => visitorOf(one) !== null && visitorOf(one) === lead.visitor_id);
  return {
    ...lead,
    ...standing,
    visitor_id: standing.visitor_id ?? (isTheirs ? null : lead.visitor_id),
    user_agent: standing.user_agent ?? lead.user_agent,
    submission_count: lead.submission_count + 1,
  };
}

function splitWords(going: readonly SplitSubmission[], staying: readonly SplitSubmission[]) {
  const kept = new Set(staying.flatMap(({ contact_name }) => nameWords(contact_name)));
  const added = [...new Set(going.flatMap(({ contact_name }) => nameWords(contact_name)))];
  return { added, dropped: added.filter((word) => !kept.has(word)) };
}
