import { routeModes, type RouteMode } from "@leadrelay/contracts/route-mode";
import type { DestinationTrace } from "@leadrelay/core/decide/decision-trace";
import type { DestinationFacts } from "@leadrelay/core/decide/facts";
import { routeEvent } from "@leadrelay/core/decide/route-event";
import { talliesOf } from "@leadrelay/core/routes/route-counts";
import { refusedByConditions } from "@leadrelay/core/routes/refused-by-conditions";
import type { ToldLead } from "@leadrelay/core/shape/lead-values";
import { tallyKey } from "@leadrelay/core/tallies/tally";
import { usualPayload } from "@leadrelay/core/payload/stored-payload";
import type { Bench } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { median } from "../report/statistics.ts";

const members = 10;
const leadsAtOnce = 1_000;
const rounds = 9;
/** A Monday noon in India. */
const begun = Date.UTC(2026, 10, 30, 6, 30);

/** The whole decision over destinations with conditions and caps, lead by lead, each with what the ones before it moved. CPU, not time; no storage. */
export const route: Bench = {
  about: `CPU that a route of ${members} destinations with conditions and caps takes to decide, a lead`,
  async run(note) {
    return routeModes.map((mode) => {
      const each = timesOf(mode);
      note(`${mode}: ${each.map((ms) => ms.toFixed(3)).join(", ")} ms`);
      const label = `${mode}: CPU ms a lead, median of ${rounds} times ${leadsAtOnce}`;
      return figure(`${mode}_cpu_ms`, label, median(each), { bound: "at most", must: 0.2 });
    });
  },
};

/** Of each round what a lead took, ms. Counts move as a commit moves them. The first rounds warm up. */
function timesOf(mode: RouteMode): number[] {
  const counts = new Map<string, number>();
  const countOf = (subject: string, period: string) => counts.get(tallyKey(subject, period)) ?? 0;
  const destinations = Array.from({ length: members }, (_, index) => memberOf(mode, index));
  const times: number[] = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    const leads = Array.from({ length: leadsAtOnce }, (_, index) => leadOf(round * leadsAtOnce + index));
    const before = process.cpuUsage();
    for (const told of leads) {
      const { moves } = routeEvent(destinations.map(traceOf), destinations, {
        client_id: "client",
        went: {},
        countOf,
        lead: { source: "Google", form_id: "form" },
        refusedBy: refusedByConditions(() => told),
        nowMs: told.event.created_at,
        isTest: false,
      });
      for (const { subject, period, count } of moves.flatMap(talliesOf))
        counts.set(tallyKey(subject, period), countOf(subject, period) + count);
    }
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000 / leadsAtOnce);
  }
  return times.slice(2);
}

const memberOf = (mode: RouteMode, index: number): DestinationFacts => ({
  id: `dst_${index}`,
  name: `Buyer ${index}`,
  enabled: true,
  takes_test: false,
  environments: [],
  event_types: [],
  max_attempts: 1,
  limits: {
    time_zone: "Asia/Kolkata",
    week_starts: "monday",
    caps: [
      { per: "hour", leads: 5_000, source: null },
      { per: "month", leads: 1_000_000, source: null },
    ],
    hours: null,
    holidays: [],
  },
  route: {
    route_id: "route",
    mode,
    counted_from: 1,
    position: index,
    weight: index + 1,
    conditions: { "fields.budget": { $gte: index * 10 }, user_country: { $in: ["IN", "AE", "SG"] } },
    overflow_minutes: null,
  },
});

const leadOf = (index: number): ToldLead => ({
  event: { id: `event-${index}`, type: "lead.created", created_at: begun + index * 1_000 },
  payload: {
    ...usualPayload({ lead_id: index, type: "lead.created", submission_public_id: `s-${index}` }),
    user_country: "IN",
    project_name: "Sky Villas",
  },
  attribution: { first: null, latest: null },
  message: "Please call me in the evening",
  payload_json: JSON.stringify({ budget: String(index % 200), name: "Asha Rao", message: "Please call me" }),
  delivery_public_id: null,
});

const traceOf = ({ id }: DestinationFacts): DestinationTrace => ({
  id,
  event: "lead.created",
  status: "pending",
  reason: "subscribed",
  delivery_public_id: `delivery-${id}`,
});
