import { wentOn } from "@leadrelay/core/routes/went-on";
import { deliveryId, deliveryLetterId } from "@leadrelay/core/ids/derived-id";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { leadsToPass, type LeadToPass } from "@leadrelay/db/routes/leads-to-pass";
import type { Passing } from "@leadrelay/db/routes/pass-on";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";
import { deliveryName } from "../due-again.ts";
import type { SettledSend } from "../settled-send.ts";
import { mappingsOf } from "./mappings-of.ts";
import { nextDelivery, signalOf } from "./next-deliveries.ts";

/** What a round's outcomes come to where some of them were a route's. */
interface Refused {
  /** As they are settled: one whose lead goes on is `skipped`, and the last of a route names every reason. */
  attempts: SettledAttempt[];
  passings: Passing[];
}

/**
 * A `first_accepting` route goes on where a member refused the lead, had the person already, or could not be reached in all its tries. What was
 * lost may have arrived, and goes nowhere. Reads nothing where no such thing came of the round. Throws what D1 throws.
 */
export async function passOnRefused(
  sent: readonly SettledSend[],
  dependencies: DeliveryDependencies,
): Promise<Refused> {
  const attempts = sent.map(({ attempt }) => attempt);
  const ended = sent.filter(mayGoOn).map(({ attempt }) => attempt);
  if (ended.length === 0) return { attempts, passings: [] };
  const { control, lead, now, environment, retrySchedule } = dependencies;
  const clientIds = [...new Set(ended.map(({ client_id }) => client_id))];
  const destinations = await runOne(control, destinationsOfClients(pipelineScope, clientIds));
  const isInOrder = ({ destination_id }: SettledAttempt) =>
    destinations.some(({ id, route }) => id === destination_id && route?.mode === "first_accepting");
  const routed = ended.filter(isInOrder);
  if (routed.length === 0) return { attempts, passings: [] };
  const nowMs = now();
  const [leads, tallies] = await runBatch(lead, [
    leadsToPass(pipelineScope, routed),
    currentTallies(pipelineScope, clientIds, nowMs),
  ]);
  const mappings = await mappingsOf(leads, control);
  const byName = new Map(leads.map((one) => [deliveryName(one), one]));
  const passings: Passing[] = [];
  const told = attempts.map((attempt): SettledAttempt => {
    const leaving = byName.get(deliveryName(attempt));
    // Another worker settled it, or took it over: this one has no say.
    if (leaving === undefined || leaving.status !== "in_flight" || leaving.attempts !== attempt.number)
      return attempt;
    const facts = { destinations, tallies, mappings, environment, retrySchedule, nowMs };
    const next = nextDelivery(leaving, facts, "refused");
    if (next === null) return ofLast(attempt, leaving, destinations);
    passings.push({
      from: { ...attempt, attempts: attempt.number },
      next: next.row,
      route_id: next.route_id,
      tallies: next.tallies,
      signal: signalOf(leaving, `it did not take it${wentOn}${next.name}`, facts),
    });
    const why = reasonOf(attempt);
    return { ...attempt, status: "skipped", dead_letter: null, error: `${why}${wentOn}${next.name}` };
  });
  return { attempts: told, passings };
}

function mayGoOn({ attempt, destination, isRouteUnknown }: SettledSend): boolean {
  if (isRouteUnknown !== true && destination.route?.mode !== "first_accepting") return false;
  return (
    attempt.status === "skipped" || (attempt.dead_letter !== null && attempt.dead_letter.cause !== "lost")
  );
}

const longestReasons = 1_500;

const reasonOf = ({ error, outcome }: SettledAttempt): string =>
  error ?? (outcome === "duplicate_at_receiver" ? "it had this person before" : outcome);

/** Nobody of the route took it: one letter with what each said. Where all had the person before nobody needs to do anything. */
function ofLast(
  attempt: SettledAttempt,
  { tried, destination_id }: LeadToPass,
  destinations: readonly Destination[],
): SettledAttempt {
  const nameOf = (id: string) => destinations.find((one) => one.id === id)?.name ?? id;
  const others = tried.filter((one) => one.destination_id !== destination_id && isPassed(one.last_error));
  if (others.length === 0) return attempt;
  const isKnownToAll =
    attempt.status === "skipped" && others.every(({ outcome }) => outcome === "duplicate_at_receiver");
  if (isKnownToAll) return attempt;
  const reasons = [
    `${nameOf(destination_id)}: ${reasonOf(attempt)}`,
    ...others.map((one) => `${nameOf(one.destination_id)}: ${one.last_error?.split(wentOn)[0] ?? ""}`),
  ];
  const error = `nobody of its route took it: ${reasons.join("; ")}`.slice(0, longestReasons);
  return {
    ...attempt,
    status: "dead",
    next_attempt_at: null,
    error,
    dead_letter: attempt.dead_letter ?? {
      id: deliveryLetterId(deliveryId(attempt.event_id, destination_id), attempt.number),
      cause: "refused",
    },
  };
}

const isPassed = (error: string | null) => error?.includes(wentOn) === true;
