import { wentOn } from "@leadrelay/core/routes/went-on";
import { closedBecause } from "@leadrelay/core/routes/closed-because";
import { tallyKey, type Tally, type Tallies } from "@leadrelay/core/tallies/tally";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { leadsToPass, type LeadToPass } from "@leadrelay/db/routes/leads-to-pass";
import { leaveWaiting, type LeftDelivery } from "@leadrelay/db/routes/leave-waiting";
import type { OverdueDelivery } from "@leadrelay/db/routes/overdue-deliveries";
import { passOn, type Passing } from "@leadrelay/db/routes/pass-on";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";
import { mappingsOf } from "./mappings-of.ts";
import { nextDelivery, signalOf, type PassingFacts } from "./next-deliveries.ts";

/** What `passOverdue` asks of D1, at most. */
export const callsToPass = 5;

type Reached = Pick<DeliveryDependencies, "control" | "lead" | "now" | "environment" | "retrySchedule">;

interface Passed {
  moved: number;
  /** Those of which something could be moved. */
  routes: ReadonlySet<string>;
}

const nothing: Passed = { moved: 0, routes: new Set() };

/**
 * Leads that waited too long at a member of their route go to the next that takes leads now, in their order; what nobody takes, and what may have
 * arrived in a try, stays where it is. Of any number who do so at once one moves a lead. Throws what D1 throws.
 * @param minutesOf how long a lead waits at members of a route
 */
export async function passOverdue(
  overdue: readonly OverdueDelivery[],
  minutesOf: (routeId: string) => number,
  { control, lead, now, environment, retrySchedule }: Reached,
): Promise<Passed> {
  if (overdue.length === 0) return nothing;
  const nowMs = now();
  const clientIds = [...new Set(overdue.map(({ client_id }) => client_id))];
  const destinations = await runOne(control, destinationsOfClients(pipelineScope, clientIds));
  const tallies = await runOne(lead, currentTallies(pipelineScope, clientIds, nowMs));
  const at = { destinations, tallies: new Map(tallies), environment, retrySchedule, nowMs };
  const movable = overdue.filter((one) => hasOpenNeighbour(one, at));
  if (movable.length === 0) return nothing;
  const leads = await runOne(lead, leadsToPass(pipelineScope, movable));
  const facts = { ...at, mappings: await mappingsOf(leads, control) };
  const passings: Passing[] = [];
  const left: LeftDelivery[] = [];
  const went = new Map<string, string>();
  for (const leaving of inOrder(leads, movable)) {
    const key = `${leaving.lead_id} ${leaving.route_id}`;
    const moved = went.get(key);
    const next = nextDelivery(
      moved === undefined ? leaving : { ...leaving, went: { ...leaving.went, [leaving.route_id]: moved } },
      facts,
      "waited",
    );
    if (next === null) continue;
    went.set(key, next.row.destination_id);
    const { lead_id, event_id, destination_id, attempts } = leaving;
    const from = { lead_id, event_id, destination_id, attempts };
    const why = `${whyLeft(leaving, minutesOf(leaving.route_id), facts)}${wentOn}${next.name}`;
    const signal = signalOf(leaving, why, facts);
    passings.push({ from, next: next.row, route_id: next.route_id, tallies: next.tallies, signal });
    left.push({ ...from, why });
    for (const tally of [...next.tallies, ...next.expected]) count(facts.tallies, tally);
  }
  if (passings.length === 0) return nothing;
  const results = await runBatch(lead, [
    ...passOn(pipelineScope, passings, "waiting"),
    leaveWaiting(pipelineScope, left, nowMs),
  ]);
  return { moved: results.at(-1) ?? 0, routes: new Set(passings.map(({ route_id }) => route_id)) };
}

/** By the time they were made; those that a try may have brought there already are left out. */
function inOrder(leads: readonly LeadToPass[], overdue: readonly OverdueDelivery[]): LeadToPass[] {
  const nameOf = ({ lead_id, event_id, destination_id }: Pick<LeadToPass, keyof OverdueKey>) =>
    `${lead_id} ${event_id} ${destination_id}`;
  const found = new Map(leads.map((one) => [nameOf(one), one]));
  return overdue
    .toSorted((a, b) => a.created_at - b.created_at || a.lead_id - b.lead_id)
    .flatMap((one) => found.get(nameOf(one)) ?? [])
    .filter((one) => !one.may_have_it && (one.status === "held" || one.status === "pending"));
}

type OverdueKey = Pick<OverdueDelivery, "lead_id" | "event_id" | "destination_id">;

/** Asked before a lead is read: at night all of a route may be closed, and each minute everything waits. */
function hasOpenNeighbour(
  { route_id, destination_id }: OverdueDelivery,
  { destinations, tallies, nowMs }: Omit<PassingFacts, "mappings">,
): boolean {
  return destinations.some(
    (one) =>
      one.route?.route_id === route_id &&
      one.id !== destination_id &&
      closedBecause(one, { ...countedAt(tallies, nowMs), lead: ofAnySource }) === null,
  );
}

/** Caps of single sources are those sources' own. */
const ofAnySource = { source: null, form_id: null };

const countedAt = (tallies: Tallies, nowMs: number) => ({
  countOf: (subject: string, period: string) => tallies.get(tallyKey(subject, period)) ?? 0,
  nowMs,
});

function whyLeft(
  { destination_id, told, form_id }: LeadToPass,
  minutes: number,
  { destinations, tallies, nowMs }: PassingFacts,
): string {
  const from = destinations.find(({ id }: Destination) => id === destination_id);
  const lead = { source: told.payload.lead_source, form_id };
  const closed = from === undefined ? null : closedBecause(from, { ...countedAt(tallies, nowMs), lead });
  const waited = `it waited here for more than ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
  return closed === null ? waited : `${waited}, since it ${closed}`;
}

function count(tallies: Map<string, number>, { subject, period, count: more }: Tally): void {
  const key = tallyKey(subject, period);
  tallies.set(key, (tallies.get(key) ?? 0) + more);
}
