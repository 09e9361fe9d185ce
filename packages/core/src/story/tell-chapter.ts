import { explainDecision } from "../explain/explain-decision.ts";
import { parseTrace } from "../decide/parse-trace.ts";
import {
  nameIn,
  type Chapter,
  type DestinationLookup,
  type Step,
  type StoryDelivery,
  type StoryLetter,
} from "./story.ts";
import { tellAttempt } from "./tell-attempt.ts";
import { wentOnTo } from "./went-on-to.ts";
import { whatFollows } from "./what-follows.ts";

/** All that happened to a stored submission, in order, without its dead letters. @param letters by which it is known that an attempt was the last */
export function tellChapter(
  chapter: Chapter,
  lookup: DestinationLookup,
  letters: readonly StoryLetter[],
): Step[] {
  const { submission, deliveries, attempts } = chapter;
  const submission_id = submission.public_id;
  const received: Step = {
    at: submission.submitted_at,
    kind: "received",
    what: `Received: submission ${submission.submission_number} of this lead, ${submission_id}.`,
    submission_id,
  };
  const tried = attempts.map((attempt) => {
    const delivery = deliveries.find((one) => isSame(one, attempt));
    const following = whatFollows(attempt, delivery, letters);
    return tellAttempt(attempt, { lookup, submission_id, delivery_id: delivery?.public_id, following });
  });
  const cancelled = deliveries.flatMap(({ status, settled_at, public_id, destination_id, last_error }) =>
    status !== "cancelled" || settled_at === null
      ? []
      : [
          {
            at: settled_at,
            kind: "cancelled" as const,
            what: `Cancelled for ${nameIn(lookup, destination_id)}.`,
            submission_id,
            delivery_id: public_id,
            destination_id,
            error: last_error,
          },
        ],
  );
  const passedOn = deliveries.flatMap((delivery) => tellPassedOn(delivery, lookup, submission_id));
  const told = [
    received,
    ...tellDecision(chapter, lookup),
    ...tellRelease(chapter),
    ...tried,
    ...passedOn,
    ...cancelled,
  ];
  return chapter.isPart ? [...told, tellRest(submission_id, told)] : told;
}

/** What left a member of a route, which refused it or where it waited too long; in what words stands with the attempt, or is all there is of it. */
function tellPassedOn(
  { status, settled_at, attempts, public_id, destination_id, last_error }: StoryDelivery,
  lookup: DestinationLookup,
  submission_id: string,
): Step[] {
  const to = wentOnTo(last_error);
  if (status !== "skipped" || settled_at === null || to === undefined) return [];
  const from = nameIn(lookup, destination_id);
  return [
    {
      at: settled_at,
      kind: "passed_on",
      what: `Left ${from}, and went on to ${to} by their route.`,
      submission_id,
      delivery_id: public_id,
      destination_id,
      error: attempts > 0 ? null : last_error,
    },
  ];
}

const tellRest = (submission_id: string, told: readonly Step[]): Step => ({
  at: Math.max(...told.map(({ at }) => at)),
  kind: "not_told",
  what: "More came of it than is told here: the list of the lead's deliveries has every one, and each shows its attempts (`leadrelay delivery list --lead`, or /api/deliveries?lead_id=).",
  submission_id,
});

/** Events that its release made, or sent on; their times are the release's own. */
function tellRelease({ submission, deliveries, events }: Chapter): Step[] {
  const { public_id: submission_id, released_at, released_by } = submission;
  if (released_at === null) return [];
  const sent = new Set(deliveries.map(({ event_id }) => event_id));
  const types = events.filter(({ id }) => sent.has(id)).map(({ type }) => type);
  const as = types.length === 0 ? "" : ` as ${types.join(" and ")}`;
  const what = `Released by ${released_by ?? "nobody known"}: sent on purpose${as}.`;
  return [{ at: released_at, kind: "released", what, submission_id }];
}

const isSame = (
  one: { event_id: string; destination_id: string },
  other: { event_id: string; destination_id: string },
) => one.event_id === other.event_id && one.destination_id === other.destination_id;

function tellDecision({ submission, events, deliveries }: Chapter, lookup: DestinationLookup): Step[] {
  const submission_id = submission.public_id;
  const { released_at } = submission;
  const decided = events.filter(({ created_at }) => released_at === null || created_at < released_at);
  // A submission without an event leaves no time of its own; clocks of two machines may differ.
  const at = Math.max(submission.submitted_at, ...decided.map(({ created_at }) => created_at));
  const trace = parseTrace(submission);
  const explained = trace && explainDecision(trace, (id) => nameIn(lookup, id));
  const stored = decided.map(({ id, type }) => ({
    at,
    kind: "stored" as const,
    what: `Stored, with the event ${type}.`,
    submission_id,
    event_id: id,
  }));
  const nothing = { at, kind: "stored" as const, what: "Stored; it makes no event.", submission_id };
  return [
    {
      at,
      kind: "decided",
      what: explained?.sentences.join(" ") ?? "Decided; why was not recorded.",
      submission_id,
    },
    ...(stored.length === 0 ? [nothing] : stored),
    ...(explained?.destinations ?? []).map(({ id, sentence }, index) => {
      const delivery_id = trace?.destinations[index]?.delivery_public_id;
      const delivery = deliveries.find(({ public_id }) => public_id === delivery_id);
      return {
        at,
        kind: "destination" as const,
        what: sentence,
        submission_id,
        destination_id: id,
        ...(delivery === undefined ? {} : { delivery_id: delivery.public_id, event_id: delivery.event_id }),
      };
    }),
  ];
}
