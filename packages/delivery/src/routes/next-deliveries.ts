import type { Environment } from "@leadrelay/contracts/environment";
import type { DestinationFacts } from "@leadrelay/core/decide/facts";
import { passedOnSignal } from "@leadrelay/core/decide/passed-on-signal";
import type { Passing } from "@leadrelay/db/routes/pass-on";
import { nextInRoute, type NextInRoute } from "@leadrelay/core/decide/next-in-route";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { messageIn } from "@leadrelay/core/shape/message-in";
import type { RetrySchedule } from "@leadrelay/core/retry-schedule/parse-schedule";
import { tallyKey, type Tallies } from "@leadrelay/core/tallies/tally";
import type { Destination } from "@leadrelay/db/destinations/destination";
import type { FormMappings } from "@leadrelay/db/forms/form-mappings";
import type { LeadToPass } from "@leadrelay/db/routes/leads-to-pass";

/** What the next of a route is chosen by. */
export interface PassingFacts {
  /** Of the leads' clients, that are not deleted. */
  destinations: readonly Destination[];
  tallies: Tallies;
  /** Of the leads' forms. */
  mappings: FormMappings;
  environment: Environment;
  retrySchedule: RetrySchedule;
  nowMs: number;
}

/** Why a lead leaves a member of its route. */
type LeavesBecause = "refused" | "waited" | "returned";

/**
 * The next of its route for a lead that leaves a member; null where nobody is left, and where the member has the lead already by another event: then
 * its corrections and its return are that one's. What is given back was that one's, and goes to nobody who has or had it.
 */
export function nextDelivery(
  lead: LeadToPass,
  facts: PassingFacts,
  because: LeavesBecause,
): NextInRoute | null {
  const isReturned = because === "returned";
  const isTheirs = isReturned
    ? lead.went[lead.route_id] === lead.destination_id
    : !lead.holders.includes(lead.destination_id);
  if (!isTheirs) return null;
  const { client_id, lead_id, event_id, type, form_id, submitted_at, told, is_test, tried } = lead;
  const destinations = facts.destinations
    .filter((destination) => destination.client_id === client_id)
    .map((destination): DestinationFacts => ({
      ...destination,
      max_attempts: scheduleOf(destination.retry_schedule, facts.retrySchedule).length + 1,
    }));
  return nextInRoute(
    {
      event: {
        id: event_id,
        type,
        lead_id,
        client_id,
        form_id: form_id ?? "",
        submitted_at,
        source: told.payload.lead_source,
        reachesCreatedOnly: false,
      },
      told: { ...told, message: messageOf(lead, facts.mappings) },
      from: lead.destination_id,
      route_id: lead.route_id,
      went: lead.went,
      tried: new Set([
        ...tried.map(({ destination_id }) => destination_id),
        ...(isReturned ? lead.holders : []),
      ]),
      isTest: is_test,
      onlyOpen: because === "waited",
    },
    {
      destinations,
      environment: facts.environment,
      nowMs: facts.nowMs,
      countOf: (subject, period) => facts.tallies.get(tallyKey(subject, period)) ?? 0,
    },
  );
}

const messageOf = ({ told, form_id }: LeadToPass, mappings: FormMappings) =>
  told.payload_json === null ? null : messageIn(told.payload_json, mappings.get(form_id ?? "") ?? noMapping);

/** Word of a lead that goes on; null where nobody is told. @param why with to whom */
export const signalOf = (
  { client_id, lead_id, event_id, destination_id, told }: LeadToPass,
  why: string,
  { destinations, nowMs }: Pick<PassingFacts, "destinations" | "nowMs">,
): Passing["signal"] =>
  passedOnSignal(
    {
      client_id,
      lead_id,
      event_id,
      destination_id,
      submission_id: told.payload.lead_submission_public_id,
    },
    why,
    destinations,
    nowMs,
  );
