import { letterWords } from "../explain/letter-words.ts";
import { standOfSubmission } from "./stand-of-submission.ts";
import type { Stand } from "./stand.ts";
import { nameIn, type DestinationLookup, type Step, type StoryLetter } from "./story.ts";
import type { SubmissionFacts, Waiting } from "./submission-facts.ts";
import { tellChapter } from "./tell-chapter.ts";
import { tellLetter } from "./tell-letter.ts";

export interface Story {
  /** In order. */
  steps: Step[];
  /** null: nothing is known of it. */
  stands: Stand | null;
}

/** The whole story of one submission, in order, and where it stands. */
export function tellSubmission(
  facts: SubmissionFacts,
  given: { lookup: DestinationLookup; nowMs: number },
): Story {
  const { stored, letters, parked } = facts;
  const deliveryOf = (letter: StoryLetter) =>
    stored?.deliveries.find(
      (one) => one.event_id === letter.event_id && one.destination_id === letter.destination_id,
    )?.public_id;
  const steps = [
    ...(stored === null ? tellReceived(facts) : tellChapter(stored, given.lookup, letters)),
    ...tellKept(facts, given.lookup),
    ...letters.flatMap((letter) => tellLetter(letter, deliveryOf(letter))),
    ...parked.map(tellParked),
  ];
  return { steps: inOrder(steps), stands: standOfSubmission(facts, given) };
}

/** By time; what happened at once stays in the order it was told in. */
export const inOrder = (steps: readonly Step[]): Step[] => steps.toSorted((a, b) => a.at - b.at);

function tellReceived({ submission_id, ...facts }: SubmissionFacts): Step[] {
  const at = [
    facts.blocked?.submitted_at,
    facts.quarantined?.submitted_at,
    facts.spilled?.received_at,
    facts.waiting?.received_at,
    facts.payloadKept?.received_at,
    ...facts.letters.map((letter) => letter.first_failed_at),
    ...facts.parked.map(({ letter }) => letter.first_failed_at),
  ].filter((time) => time !== undefined);
  return at.length === 0
    ? []
    : [{ at: Math.min(...at), kind: "received", what: "Received and acknowledged.", submission_id }];
}

function tellKept(
  { submission_id, blocked, quarantined, spilled, waiting, payloadKept }: SubmissionFacts,
  lookup: DestinationLookup,
): Step[] {
  const steps: Step[] = [];
  if (blocked !== null)
    steps.push({
      at: blocked.submitted_at,
      kind: "blocked",
      what: "It came from a blocked address: kept apart, nothing of it is sent.",
      submission_id,
    });
  if (quarantined !== null)
    steps.push({
      at: quarantined.submitted_at,
      kind: "quarantined",
      what: "Its honeypot is filled: kept apart, nothing of it is sent.",
      submission_id,
    });
  for (const { released_at, released_by } of [blocked, quarantined].filter((one) => one !== null))
    if (released_at !== null)
      steps.push({
        at: released_at,
        kind: "released",
        what: `Let through on purpose by ${released_by ?? "nobody known"}: it went through intake again, with its own time.`,
        submission_id,
      });
  if (spilled !== null)
    steps.push({
      at: spilled.received_at,
      kind: "spilled",
      what: `The queue did not take it, so KV keeps it${spilled.refusals === 0 ? "" : `; refused ${spilled.refusals} times since`}.`,
      submission_id,
    });
  if (waiting !== null)
    steps.push({
      at: waiting.failed_at,
      kind: "waiting_for_storage",
      what: `The database could not store it at try ${waiting.tries}.${saySent(waiting, lookup)}`,
      submission_id,
      error: waiting.error,
    });
  if (payloadKept !== null)
    steps.push({
      at: payloadKept.received_at,
      kind: "payload_kept",
      what: "It is too big for a message: its payload is kept in KV until it is stored.",
      submission_id,
    });
  return steps;
}

const saySent = ({ sent }: Waiting, lookup: DestinationLookup) =>
  sent
    .map(({ destination_id, outcome }) =>
      outcome === "delivered"
        ? ` It was sent to ${nameIn(lookup, destination_id)} without the database.`
        : ` A send to ${nameIn(lookup, destination_id)} without the database ended as ${outcome}.`,
    )
    .join("");

const tellParked = ({ parked_at, letter }: SubmissionFacts["parked"][number]): Step => ({
  at: parked_at,
  kind: "dead_letter_parked",
  what: `It became a dead letter, which waits in KV because the database was away. ${letterWords({ ...letter, state: "open" }).happened}`,
  submission_id: letter.submission_id,
  dead_letter_id: letter.id,
  error: letter.last_error,
});
