import { letterWords } from "../explain/letter-words.ts";
import type { Step, StoryLetter } from "./story.ts";

/** A dead letter: that it was written, and how it was settled if it was. */
export function tellLetter(letter: StoryLetter, delivery_id?: string): Step[] {
  const { id, submission_id, destination_id, last_error } = letter;
  const ids = {
    submission_id,
    destination_id,
    dead_letter_id: id,
    ...(letter.event_id === null ? {} : { event_id: letter.event_id }),
    ...(delivery_id === undefined ? {} : { delivery_id }),
  };
  const written: Step = {
    at: letter.last_failed_at,
    kind: "dead_letter",
    what: `It became a dead letter. ${letterWords({ ...letter, state: "open" }).happened}`,
    ...ids,
    error: last_error,
  };
  if (letter.state === "open") return [written];
  return [
    written,
    {
      at: Math.max(letter.settled_at ?? 0, letter.last_failed_at),
      kind: "dead_letter_settled",
      what: settled(letter),
      ...ids,
    },
  ];
}

function settled({ state, settled_by, settle_reason }: StoryLetter): string {
  const by = settled_by === null ? "" : ` by ${settled_by}`;
  const why = settle_reason === null ? "." : `: ${settle_reason}.`;
  return state === "discarded"
    ? `The dead letter was discarded${by}${why}`
    : `The dead letter was closed${by}: ${settle_reason ?? "it was sent on its way again"}.`;
}
