import { sayDuration } from "@leadrelay/core/wording/say-duration";
import { timeOfId } from "@leadrelay/core/ids/time-of-id";
import type { Question } from "./read-question.ts";

/** Longer than this nothing stays in the queue of an installation that works. */
const freshMs = 5 * 60_000;

/** Where to look for what is nowhere. */
export function whereElse(question: Question, nowMs: number): string[] {
  return question.by === "id"
    ? [...ageOf(question.id, nowMs), ...everywhere]
    : [
        "No lead that you may see is known under this, and nothing that waits or was blocked lately comes from there.",
        "Try another spelling, or the person's other contact detail; what was typed wrongly is found as it was typed.",
        "A lead that waits for the database is named among the outage summaries, without contact details: `leadrelay queue outages`, or /api/outage-summaries.",
        ...everywhere,
      ];
}

function ageOf(id: string, nowMs: number): string[] {
  const made = timeOfId(id);
  if (made === undefined)
    return ["Nothing that you may see has this id: no submission, delivery, lead or dead letter."];
  const age = nowMs - made;
  return age >= 0 && age < freshMs
    ? [
        `Not here yet: the id was made ${sayDuration(age)} ago, and it may still be in the queue. Ask again in a few seconds.`,
      ]
    : [
        `Nothing that you may see has this id, which was made ${sayDuration(age)} ${age < 0 ? "from now" : "ago"}.`,
      ];
}

const everywhere = [
  "What came and is not sent is listed with the reason: blocked, quarantined for a filled honeypot, a duplicate, a test (`leadrelay unsent list`, or /api/unsent); what needs a person: `leadrelay dlq list`.",
  "A queue that is not emptied keeps what is accepted: the installation's health tells how full it is (`leadrelay doctor`, or /api/health).",
  "In the producer's log, by time and form key: lead.honeypot (dropped as a bot's), intake.not_taken (the caller was told so).",
  "It may belong to a client that is not among yours.",
];
