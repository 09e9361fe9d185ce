import { submissionLetterKinds } from "@leadrelay/contracts/dead-letter";
import { deadLetterId } from "@leadrelay/core/ids/derived-id";

/** The letters there can be about a submission itself. */
export const messageLetterIds = (submissionId: string): string[] =>
  submissionLetterKinds.map((kind) => deadLetterId(kind, submissionId));
