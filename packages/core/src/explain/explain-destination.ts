import type { DestinationTrace } from "../decide/decision-trace.ts";

/** Why a destination hears of an event, or does not, in one sentence. What became of the delivery since is the delivery's own story. */
export function explainDestination(
  { id, reason, event, status, words = "" }: DestinationTrace,
  name: string,
): string {
  switch (reason) {
    case "subscribed":
      return `Goes to ${name}.`;
    case "ip_match_new_contact":
      return `Goes to ${name} as ${event}, because it takes new leads and this may be one.`;
    case "sent_while_d1_down":
      return explainDirectSend(status, name);
    case "not_subscribed":
      return `Not sent to ${name}: ${sayNotTaken(event, id)}`;
    case "takes_no_tests":
      return `Not sent to ${name}: it takes no tests (its setting takes_test). \`leadrelay destination change ${id} --tests on\` has the next ones sent.`;
    case "other_environment":
      return `Not sent to ${name}: it is not marked for the environment this installation runs in (its setting environments).`;
    case "not_a_new_lead":
      return `No reply by ${name}: the person gets one once, when they are new.`;
    case "too_suspicious":
      return `No reply by ${name}: the lead is more suspicious than it allows (its setting most_suspicion).`;
    case "no_address":
      return `No reply by ${name}: the person left nothing that it could write to.`;
    case "filtered":
      return `Not sent to ${name}: it does not pass its filter, ${words}. \`leadrelay shape show ${id}\` shows the filter; sent on purpose, by name, it goes there all the same.`;
    case "filter_broken":
      return `Goes to ${name}, whose filter cannot be read: it becomes a dead letter that says why, unless that is mended before.`;
    case "opted_out":
      return `No reply by ${name}: whoever has this number answered STOP, and gets messages again when they write START.`;
    case "disabled":
      return `Held for ${name}: it is disabled; enabled again, it gets it.`;
    case "routed":
      return `${status === "held" ? "Held for" : "Goes to"} ${name} by its route (${words}).`;
    case "routed_elsewhere":
      return `Not sent to ${name} when it came in: its route chose another.`;
    case "route_conditions":
      return `Not sent to ${name}: its conditions in the route keep it out (${words}).`;
    case "closed":
    case "capped":
    case "behind":
      return `Held for ${name}, which ${words || "takes no more for now"}; then it gets it.`;
  }
}

/** Most destinations are not told of corrections because nobody knew that they can be. */
const sayNotTaken = (event: DestinationTrace["event"], id: string): string =>
  event === "lead.updated"
    ? `it does not take lead.updated, which brings new contact details of a person who is known (its setting event_types). \`leadrelay destination change ${id} --corrections on\` has the next ones sent.`
    : `it does not take ${event} (its setting event_types).`;

function explainDirectSend(status: DestinationTrace["status"], name: string): string {
  switch (status) {
    case "delivered":
    case "confirmed":
      return `Sent to ${name} while the database was away.`;
    case "dead":
      return `Tried at ${name} while the database was away, and refused: it needs a person.`;
    case "skipped":
      return `Tried at ${name} while the database was away, and refused: the lead went on to the next of its route.`;
    case "pending":
    case "in_flight":
    case "held":
    case "cancelled":
      return `Tried at ${name} while the database was away; it is tried again.`;
  }
}
