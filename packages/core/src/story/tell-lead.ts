import { standOfDeliveries } from "./stand-of-deliveries.ts";
import { standOfSubmission } from "./stand-of-submission.ts";
import type { Chapter, DestinationLookup, StoryLetter } from "./story.ts";
import { inOrder, tellSubmission, type Story } from "./tell-submission.ts";

/** The story of a lead, of as many of its submissions as are given, newest first; it stands where its deliveries do. */
export function tellLead(
  chapters: readonly Chapter[],
  letters: readonly StoryLetter[],
  given: { lookup: DestinationLookup; nowMs: number },
): Story {
  const facts = chapters.map((stored) => ({
    submission_id: stored.submission.public_id,
    stored,
    letters: letters.filter(({ submission_id }) => submission_id === stored.submission.public_id),
    blocked: null,
    quarantined: null,
    parked: [],
    spilled: null,
    waiting: null,
    payloadKept: null,
  }));
  const deliveries = chapters.flatMap((chapter) => chapter.deliveries);
  const [newest] = facts;
  const stands =
    standOfDeliveries(deliveries, letters, given) ??
    (newest === undefined ? null : standOfSubmission(newest, given));
  return { steps: inOrder(facts.flatMap((one) => tellSubmission(one, given).steps)), stands };
}
