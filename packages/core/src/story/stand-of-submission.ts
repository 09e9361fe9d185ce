import type { DecisionTrace, DestinationTrace } from "../decide/decision-trace.ts";
import { explainDecision } from "../explain/explain-decision.ts";
import { parseTrace } from "../decide/parse-trace.ts";
import type { TraceRow } from "../decide/stored-trace.ts";
import { letterWords } from "../explain/letter-words.ts";
import { settingAtFault } from "../explain/refusal-words.ts";
import { spokenTime } from "../explain/what-moves-on.ts";
import { standOfDeliveries, stateOf } from "./stand-of-deliveries.ts";
import type { Stand } from "./stand.ts";
import { nameIn, type DestinationLookup, type StoryLetter } from "./story.ts";
import type { SubmissionFacts } from "./submission-facts.ts";

/** Where a submission stands now: the first of its possible places, from the surest to the least sure. */
export function standOfSubmission(
  facts: SubmissionFacts,
  given: { lookup: DestinationLookup; nowMs: number },
): Stand | null {
  const { stored, blocked, quarantined, letters, parked, spilled, waiting, payloadKept } = facts;
  const open = letters.find(({ state }) => state === "open");
  const settled = letters.toSorted((a, b) => (b.settled_at ?? 0) - (a.settled_at ?? 0))[0];
  if (stored !== null)
    return (
      standOfDeliveries(stored.deliveries, letters, given) ?? nothingToSend(stored.submission, given.lookup)
    );
  if (blocked !== null && blocked.released_at === null)
    return { ...stands.blocked, next: blockedNext(facts.submission_id), cidr: blocked.matched_cidr };
  if (blocked === null && quarantined !== null && quarantined.released_at === null)
    return { ...stands.quarantined, next: quarantinedNext(facts.submission_id, quarantined.expires_at) };
  if (open !== undefined) return standOfLetter(open);
  if (parked.length > 0) return stands.parked;
  if (spilled !== null) return stands.spilled;
  if (waiting !== null && waiting.failed_at >= (settled?.settled_at ?? 0)) return stands.waiting_for_storage;
  if (blocked !== null || quarantined !== null) return stands.released;
  if (settled !== undefined) return standOfLetter(settled);
  return payloadKept === null ? null : stands.payload_kept;
}

type LetterFacts = Pick<
  StoryLetter,
  | "id"
  | "kind"
  | "cause"
  | "state"
  | "destination_id"
  | "last_status_code"
  | "first_failed_at"
  | "last_failed_at"
>;

/** Of a letter of a delivery: where it went, and what of that is wrong. */
function atDestination(letter: LetterFacts, destination: NonNullable<ReturnType<DestinationLookup>> | null) {
  if (letter.kind !== "delivery" || letter.destination_id === null || letter.state !== "open") return {};
  const mend = settingAtFault(letter.cause, letter.last_status_code);
  return {
    destination_id: letter.destination_id,
    destination_state: stateOf(destination),
    ...(mend === undefined ? {} : { mend }),
  };
}

/** Where something stands that needed a person, or still does. @param destination of a delivery's letter */
export function standOfLetter(letter: LetterFacts, destination?: ReturnType<DestinationLookup>): Stand {
  const { happened, next } = letterWords(letter, destination?.changes);
  const ids = {
    dead_letter_id: letter.id,
    letter_state: letter.state,
    letter_kind: letter.kind,
    ...atDestination(letter, destination ?? null),
  };
  switch (letter.state) {
    case "open":
      return { state: "dead_letter", sentence: happened, next, ...ids };
    case "discarded":
      return {
        state: "discarded",
        sentence: `${happened} Somebody gave it up: nobody will send it.`,
        next,
        ...ids,
      };
    case "replayed":
      return {
        state: "replayed",
        sentence: "Its dead letter was replayed: it is in the queue again, and not stored yet.",
        next: inQueue,
        ...ids,
      };
  }
}

function nothingToSend(submission: TraceRow & { unsent: string | null }, lookup: DestinationLookup): Stand {
  const trace = parseTrace(submission);
  const explained = trace && explainDecision(trace, (id) => id);
  const again = trace && askAgain(trace, lookup);
  return {
    state: "nothing_to_send",
    sentence: `It is stored, and nothing of it is sent. ${explained?.sentences[0] ?? ""}`.trim(),
    next:
      submission.unsent === null
        ? (again ?? "Nothing: this is where it ends.")
        : `${again ?? "Nothing by itself."} \`leadrelay unsent release ${submission.public_id}\` sends this one on purpose.`,
  };
}

const quarantinedNext = (id: string, expiresAt: number) =>
  `Nothing by itself; it is deleted at ${spokenTime(expiresAt)}. If a person sent it, \`leadrelay unsent release ${id}\` lets it through.`;

const blockedNext = (id: string) =>
  `Nothing by itself. Taken off the list, the address is let through from then on; what was blocked stays so until it is released: \`leadrelay unsent release ${id}\`.`;

const declined: ReadonlySet<DestinationTrace["reason"]> = new Set([
  "not_subscribed",
  "takes_no_tests",
  "other_environment",
  "filtered",
]);

const newRules: ReadonlySet<DecisionTrace["rule"]> = new Set([
  "new_lead",
  "contradicted_match",
  "never_sent",
  "split",
]);

/** What would have a new lead sent that no destination took; undefined for a repeat, and where something was sent. */
function askAgain(
  { rule, test, destinations }: DecisionTrace,
  lookup: DestinationLookup,
): string | undefined {
  const isNew = newRules.has(rule);
  if (!isNew || !destinations.every(({ reason }) => declined.has(reason))) return undefined;
  const untested = test === null ? [] : destinations.filter(({ reason }) => reason === "takes_no_tests");
  if (untested.length > 0) return askForTests(untested, lookup);
  const what =
    destinations.length === 0
      ? "The client had no destination: add one"
      : "No destination takes it, each for the reason told: change the one that should";
  return `${what}, and the person's next submission is sent as a new lead.`;
}

/** With more of them the steps tell of the rest. */
const mostNamed = 3;

function askForTests(untested: readonly { id: string }[], lookup: DestinationLookup): string {
  const ways = untested
    .slice(0, mostNamed)
    .map(({ id }) => `${nameIn(lookup, id)} with \`leadrelay destination change ${id} --tests on\``);
  return `It is a test, and no destination that hears of it takes those: have one take them (${ways.join(", ")}), and the person's next submission is sent as a new lead.`;
}

const inQueue =
  "The consumer, within seconds. Should it not be stored in a few minutes, the queue is not emptied: the installation's health says why (`leadrelay doctor`, or /api/health).";

type KeptState =
  | "blocked"
  | "quarantined"
  | "released"
  | "parked"
  | "spilled"
  | "waiting_for_storage"
  | "payload_kept";

const stands: { [State in KeptState]: Stand & { state: State } } = {
  blocked: {
    state: "blocked",
    sentence: "It came from a blocked address: it is kept apart, and nothing of it is sent.",
    next: "Nothing by itself.",
  },
  quarantined: {
    state: "quarantined",
    sentence:
      "It filled a field that people do not see (honeypot): its form keeps it apart, and nothing of it is sent.",
    next: "Nothing by itself.",
  },
  released: {
    state: "released",
    sentence:
      "It was kept apart and was let through on purpose: it is in the queue again, and not stored yet.",
    next: inQueue,
  },
  parked: {
    state: "parked",
    sentence: "It is a dead letter that waits in KV, because the database was away.",
    next: "The sweep, within a minute of the database's return. Then the letter can be replayed.",
  },
  spilled: {
    state: "spilled",
    sentence: "It waits in KV, because the queue did not take it.",
    next: "The sweep puts it on the queue, every minute; refused five times while the queue takes others, it becomes a dead letter.",
  },
  waiting_for_storage: {
    state: "waiting_for_storage",
    sentence: "It waits in the queue for the database, which could not store it yet.",
    next: "The next try, 10 to 300 seconds after the last one; once it is stored, this tells what came of it.",
  },
  payload_kept: {
    state: "payload_kept",
    sentence: "It is in the queue, its payload in KV, and not stored yet.",
    next: inQueue,
  },
};
