import { sayDuration } from "../wording/say-duration.ts";
import type { DecisionTrace } from "../decide/decision-trace.ts";
import { isOutageNote, outageNotes } from "../decide/outage-notes.ts";
import { explainDestination } from "./explain-destination.ts";
import { explainIdentities, sameAs, sayFormer, sayRelatives } from "./explain-identities.ts";
import { explainSuspicion } from "./explain-suspicion.ts";

/** A decision in sentences for people who never read a trace. */
export interface Explanation {
  /** What was decided and why, the most important first. */
  sentences: string[];
  /** Of each destination, whether it hears of it and why. */
  destinations: { id: string; sentence: string }[];
}

/** Says why a submission was decided as it was, whole. It holds no contact detail, but the notes may quote a file's name. */
export function explainDecision(
  trace: DecisionTrace,
  nameOf: (destinationId: string) => string,
): Explanation {
  return {
    sentences: [
      ...explainTest(trace),
      explainRule(trace),
      ...explainEvent(trace),
      ...explainIdentities(trace),
      ...explainSuspicion(trace.suspicion),
      ...trace.notes.map((note) => (isOutageNote(note) ? outageNotes[note] : `Noted: ${note}.`)),
    ],
    destinations: trace.destinations.map((destination) => ({
      id: destination.id,
      sentence: explainDestination(destination, nameOf(destination.id)),
    })),
  };
}

/** The one sentence on the rule that decided. */
export function explainRule(trace: DecisionTrace): string {
  const same = sameAs(trace.lead.matched_by);
  const earlier = sayEarlier(trace.elapsed_minutes ?? 0);
  switch (trace.rule) {
    case "new_lead":
      return "Stored as a new lead: nobody known on this project matches it.";
    case "contradicted_match":
      return `Stored as a new lead: it looks like another person behind ${sayRelatives(trace.passed_over)}.`;
    case "split":
      return `Made a lead of its own by hand: it had been taken for ${sayFormer(trace.passed_over)}.`;
    case "never_sent":
      return `Stored as a new lead: ${same} is known, but nothing of this person was ever sent.`;
    case "ip_match_new_contact":
      return `Stored as a duplicate: ${same} came ${earlier}, now with a new ${sayContact(trace)}; that may be another person, so whoever takes new leads hears of it.`;
    case "duplicate_window":
      return `Stored as a duplicate: ${same} came ${earlier}; within the duplicate window of ${saySetting(trace)} nothing is sent again.`;
    case "reengage_off":
      return `Stored as a duplicate: ${same} came ${earlier}, and re-engaging is switched off (${whoSet(trace)}), so nothing is sent again.`;
    case "reengage_wait":
      return `Stored as a duplicate: ${same} was there ${earlier}; only after ${saySetting(trace)} does a returning person count as re-engaged.`;
    case "reengaged":
      return `Stored as re-engaged: ${same} was there ${earlier}; after ${saySetting(trace)} a returning person is sent again.`;
  }
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** One that was received before the lead's last, but stored after it, comes "later" than what it is held against. */
const sayEarlier = (minutes: number) =>
  minutes === 0
    ? "less than a minute earlier"
    : `${sayDuration(minutes * minuteMs)} ${minutes < 0 ? "later" : "earlier"}`;

function saySetting(trace: DecisionTrace): string {
  const { setting } = trace;
  if (setting === null) return "the time set";
  const unitMs = setting.name.endsWith("HOURS") ? hourMs : minuteMs;
  return `${sayDuration(Number(setting.value) * unitMs)} (${whoSet(trace)})`;
}

const whoSet = ({ setting }: DecisionTrace) =>
  setting?.from === "form" ? "set for this form" : "the installation's setting";

const sayContact = ({ new_contact }: Pick<DecisionTrace, "new_contact">) =>
  new_contact.map((kind) => (kind === "email" ? "e-mail" : kind)).join(" and ");

/** What makes it a test, if it is one. */
export function explainTest({ test }: DecisionTrace): string[] {
  switch (test) {
    case null:
      return [];
    case "marked":
      return ["It is a test: it says so itself, as `leadrelay send` does."];
    case "allowed_ip":
      return ["It is a test: it came from an address that is listed for testing."];
    case "test_string":
      return ["It is a test: it holds one of the client's test strings."];
  }
}

function explainEvent({ event, destinations, new_contact, rule }: DecisionTrace): string[] {
  if (event === null && rule === "split") return ["The lead is told with another of its submissions."];
  if (event === null)
    return destinations.length === 0 ? ["It tells nothing new, so no destination hears of it."] : [];
  const brought =
    event === "lead.updated" && rule !== "ip_match_new_contact"
      ? [`It brings a new ${sayContact({ new_contact })}, of which destinations that take lead.updated hear.`]
      : [];
  return destinations.length === 0
    ? [...brought, "The client had no destination then, so nobody hears of it."]
    : brought;
}
