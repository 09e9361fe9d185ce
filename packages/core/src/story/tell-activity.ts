import type { Step, StoryActivity } from "./story.ts";

/** What somebody did on a lead. */
export const tellActivity = ({ kind, author_name, text, previous, created_at }: StoryActivity): Step =>
  kind === "note"
    ? { at: created_at, kind, what: `${author_name} wrote a note.`, note: text }
    : { at: created_at, kind, what: `${author_name} moved it from ${previous ?? "nowhere"} to ${text}.` };
