import type { Environment } from "@leadrelay/contracts/environment";
import type { EventType } from "@leadrelay/contracts/event-type";
import { deliveryId } from "../ids/derived-id.ts";
import { whyWaits } from "../limits/why-waits.ts";
import type { CappedLead } from "../limits/limit-subjects.ts";
import { whyNoReply, type AnsweredLead } from "../reply/why-no-reply.ts";
import { judgeFilter } from "../shape/judge-filter.ts";
import type { LeadValues } from "../shape/lead-values.ts";
import type { CountOf } from "../tallies/tally.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import type { DestinationFacts } from "./facts.ts";

/** An event as far as who hears of it goes. */
export interface ToldEvent extends CappedLead {
  id: string;
  type: EventType;
  /** A shared address brought a new contact detail: those who take only `lead.created` must hear of it too. */
  reachesCreatedOnly: boolean;
}

interface Circumstances {
  environment: Environment;
  isTest: boolean;
  nowMs: number;
  countOf: CountOf;
  /** Whom a reply would go to; absent where it comes too late for one: somebody sends the lead on purpose. */
  answered?: Omit<AnsweredLead, "isTest">;
  /** What the lead says, for a filter. */
  values: () => Pick<LeadValues, "of">;
}

/** What a destination gets of an event; `held`: it is full or closed, `source` as in `Waiting`. */
export interface TracedDestination {
  trace: DestinationTrace;
  held: { source: string | null } | null;
}

/** Whether a destination hears of an event, and when: of one that is full or closed, once it takes leads again. */
export function traceDestination(
  event: ToldEvent,
  destination: DestinationFacts,
  at: Circumstances,
): TracedDestination {
  const named = { id: destination.id, event: event.type };
  const skipped = (reason: DestinationTrace["reason"], words?: string): TracedDestination => ({
    trace: { ...named, status: "skipped", reason, ...(words === undefined ? {} : { words }) },
    held: null,
  });
  const subscribed = destination.event_types.includes(event.type);
  const reached = event.reachesCreatedOnly && destination.event_types.includes("lead.created");
  if (!subscribed && !reached) return skipped("not_subscribed");
  if (at.isTest && !destination.takes_test) return skipped("takes_no_tests");
  if (!destination.environments.includes(at.environment)) return skipped("other_environment");
  const noReply = whyNotAnswered(destination, at);
  if (noReply !== null) return skipped(noReply);
  const unmet = destination.filter === undefined ? undefined : unmetIn(destination.filter, at);
  if (typeof unmet === "string") return skipped("filtered", unmet);
  const delivery_public_id = deliveryId(event.id, destination.id);
  // Limits are for leads: a reply is none.
  const limits = destination.reply == null ? destination.limits : null;
  const waiting = whyWaits({ ...destination, limits: limits ?? null }, event, at.countOf, at.nowMs);
  // One that is down is asked by what waits for it: that is pending.
  if (waiting === null || waiting.reason === "down")
    return {
      trace: {
        ...named,
        status: "pending",
        reason: unmet === null ? "filter_broken" : subscribed ? "subscribed" : "ip_match_new_contact",
        delivery_public_id,
      },
      held: null,
    };
  const { reason, words, source } = waiting;
  const isOff = reason === "disabled";
  return {
    trace: { ...named, status: "held", reason, delivery_public_id, ...(isOff ? {} : { words }) },
    held: isOff ? null : { source },
  };
}

function whyNotAnswered({ reply }: DestinationFacts, { answered, isTest }: Circumstances) {
  if (reply == null) return null;
  return answered === undefined ? "not_a_new_lead" : whyNoReply(reply, { ...answered, isTest });
}

/**
 * What the lead does not meet, in words; undefined: it passes. null: the filter cannot be read; its delivery is made, and becomes a dead letter
 * that says so when it is tried.
 */
function unmetIn(
  filter: NonNullable<DestinationFacts["filter"]>,
  at: Circumstances,
): string | null | undefined {
  if (filter === "broken") return null;
  const judged = judgeFilter(filter, at.values());
  return judged.passes ? undefined : judged.why;
}
