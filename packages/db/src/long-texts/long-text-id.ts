import type { EventType } from "@leadrelay/contracts/event-type";

/** What of a submission can have a row in `long_texts`; never another number for one of them. */
const places = {
  payload: 0,
  decision: 1,
  "lead.created": 2,
  "lead.reengaged": 3,
  "lead.updated": 4,
  unsent: 5,
  attribution: 6,
} satisfies Record<EventType | "payload" | "decision" | "unsent" | "attribution", number>;

/** Room for one more. */
const placesOfSubmission = 8;

/** The id of a submission's long text; `submissionId` is the integer one, of which no two submissions of a database have the same. */
export const longTextId = (submissionId: number, place: keyof typeof places): number =>
  submissionId * placesOfSubmission + places[place];
