import type { Step } from "./story.ts";

/** A note on a lead, or a step along its client's pipeline. */
export interface StoryActivity {
  kind: "note" | "status";
  author_name: string;
  /** The note, or the stage it went to. */
  text: string;
  previous: string | null;
  created_at: number;
}

/** What somebody did on a lead. */
export const tellActivity = ({ kind, author_name, text, previous, created_at }: StoryActivity): Step =>
  kind === "note"
    ? { at: created_at, kind, what: `${author_name} wrote a note.`, note: text }
    : { at: created_at, kind, what: `${author_name} moved it from ${previous ?? "nowhere"} to ${text}.` };
