import type { Schemas } from "../api.ts";

type Submission = Schemas["LeadDetails"]["submissions"][number];

/** What a submission says, in the order its card tells it. */
const submissionFields = [
  "contact_name",
  "contact_email",
  "contact_phone",
  "lead_source",
  "source_team",
  "searched_keyword",
  "cta",
  "page_url",
] as const satisfies readonly (keyof Submission)[];

/** One line of a submission's card. */
interface SaidField {
  name: (typeof submissionFields)[number];
  value: string;
  /** What the one before said instead; null: the same, or there was none before, or it said nothing of it. */
  before: string | null;
  /** It says something new: other than the one before, or what that did not say at all. */
  isChanged: boolean;
}

/** What a submission says, and where that differs from the one before. @param before null: it is the first, or that is not shown */
export const saidFields = (submission: Submission, before: Submission | null): SaidField[] =>
  submissionFields.flatMap((name) => {
    const value = submission[name];
    if (value === null || value === "") return [];
    const was = before?.[name] ?? null;
    return [{ name, value, before: was === value ? null : was, isChanged: before !== null && was !== value }];
  });
