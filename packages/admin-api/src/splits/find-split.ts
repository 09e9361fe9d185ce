import { storedFilter } from "@leadrelay/core/shape/stored-filter";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { planSplit, type SplitPlan } from "@leadrelay/core/split/plan-split";
import { refuseSplit } from "@leadrelay/core/split/refuse-split";
import type { SplitSubmission } from "@leadrelay/core/split/split-facts";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { formMappings } from "@leadrelay/db/forms/form-mappings";
import type { Lead } from "@leadrelay/db/leads/lead";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope, type OperatorScope, type ScopedClient } from "@leadrelay/db/scope";
import { placesOfSubmissions } from "@leadrelay/db/splits/places-of-submissions";
import { joinSplit, toSplit } from "@leadrelay/db/splits/submissions-to-split";
import type { AdminDependencies } from "../dependencies.ts";
import { readLead } from "../leads/read-lead.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { mostSplit } from "./split-schema.ts";

/** A split that was asked for. */
export interface FoundSplit {
  lead: Lead;
  client: ScopedClient;
  /** null: these submissions were split off it before, into this lead. */
  split: {
    /** With ids of the new lead; made up where there is none yet. */
    plan: (ids: { id: number; public_id: string }) => SplitPlan;
    going: SplitSubmission[];
    /** How many stay. */
    staying: number;
  } | null;
  doneAs: string | null;
}

/** More than a lead of that many submissions has. */
const mostRows = mostSplit * 10;

/** What splitting these submissions off a lead comes to. Throws the 404, and the 409 or 422 that says why it cannot be. */
export async function findSplit(
  { leadId, submissionIds }: { leadId: string; submissionIds: readonly string[] },
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<FoundSplit> {
  const { control, leadDatabase, now, replays } = dependencies;
  const { lead, client } = await readLead(leadId, scope, dependencies);
  const d1 = leadDatabase(client.database);
  const chosen = new Set(submissionIds);
  const [places, submissions, events, deliveries] = await runBatch(d1, [
    placesOfSubmissions(scope, client.id, [...chosen]),
    ...toSplit(scope, { lead_id: lead.id, client_id: client.id }, mostRows),
  ]);
  const doneAs = splitBefore(lead, places, chosen);
  if (doneAs !== null) return { lead, client, split: null, doneAs };
  if (submissions.length > mostSplit || events.length >= mostRows || deliveries.length >= mostRows)
    throw apiProblem(
      "conflict",
      `The lead took more than ${mostSplit} submissions: that many are not split.`,
    );
  const all = joinSplit(submissions, events, deliveries);
  const unknown = submissionIds.find((id) => !all.some(({ public_id }) => public_id === id));
  if (unknown !== undefined) throw wrong(`${unknown} is no submission of this lead`);
  const reason = refuseSplit(all, chosen);
  if (reason !== null) throw wrong(refusals[reason]);
  const [destinations, mappings] = await runBatch(control, [
    destinationsOfClients(pipelineScope, [client.id]),
    formMappings(
      scope,
      all.map(({ form_id }) => form_id),
    ),
  ]);
  const { status: _, crm_lead_id: __, ...row } = lead;
  const facts = {
    lead: row,
    submissions: all,
    destinations: destinations.map((destination) => ({
      ...destination,
      filter: storedFilter(destination.shape_json),
      max_attempts: scheduleOf(destination.retry_schedule, replays.retrySchedule).length + 1,
    })),
    environment: replays.environment,
    mappings,
    nowMs: now(),
  };
  return {
    lead,
    client,
    split: {
      plan: (ids) => planSplit({ ...facts, ids }, chosen),
      going: all.filter(({ public_id }) => chosen.has(public_id)),
      staying: all.length - chosen.size,
    },
    doneAs: null,
  };
}

/** The lead that these submissions, and all of them, were split off into. */
function splitBefore(
  lead: Lead,
  places: readonly { public_id: string; lead_public_id: string; decision_json: string }[],
  chosen: ReadonlySet<string>,
): string | null {
  const [first] = places;
  if (first === undefined || places.length !== chosen.size) return null;
  const isDone = places.every((place) => {
    const trace = parseTrace(place);
    return (
      place.lead_public_id === first.lead_public_id &&
      trace?.rule === "split" &&
      trace.passed_over.some((before) => before.lead.public_id === lead.public_id)
    );
  });
  return isDone ? first.lead_public_id : null;
}

const refusals = {
  all: "are all that the lead has: leave at least its first",
  first: "hold the lead's first, which stays with it: choose those of the other person",
};

const wrong = (detail: string) =>
  apiProblem("invalid", `The submissions ${detail}.`, { errors: [{ field: "submission_ids", detail }] });
