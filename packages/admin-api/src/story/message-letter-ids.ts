import { deadLetterId } from "@leadrelay/core/ids/derived-id";

/** Kinds of letters about a submission that could not be stored. */
const messageKinds = ["poison", "unknown_form", "storage_unavailable", "spill"] as const;

/** The letters there can be about a submission itself. */
export const messageLetterIds = (submissionId: string): string[] =>
  messageKinds.map((kind) => deadLetterId(kind, submissionId));
