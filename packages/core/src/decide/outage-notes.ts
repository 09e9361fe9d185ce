import type { Submission } from "../identity/submission.ts";

/** What a trace notes of an outage that its submission lived through, and what that says to people. */
export const outageNotes = {
  sent_while_d1_down: "It was sent while the database was away, and stored afterwards.",
  sent_twice_while_d1_down:
    "Its person had been sent before, which nobody could know while the database was away: whoever got it then has them twice.",
  repeat_while_d1_down:
    "It waited while the database was away, because its person had been sent already: only the database tells what a repeat brings.",
} as const;
export type OutageNote = keyof typeof outageNotes;

export const isOutageNote = (note: string): note is OutageNote => Object.hasOwn(outageNotes, note);

/** What is to be noted of it. `event`: what the commit would have told; null: nothing. */
export function outageNotesOf(
  { direct, direct_event = "lead.created", repeats }: Pick<Submission, "direct" | "direct_event" | "repeats">,
  event: string | null,
): OutageNote[] {
  if (Object.keys(direct).length > 0)
    return ["sent_while_d1_down", ...(event === direct_event ? [] : (["sent_twice_while_d1_down"] as const))];
  return repeats === undefined ? [] : ["repeat_while_d1_down"];
}
