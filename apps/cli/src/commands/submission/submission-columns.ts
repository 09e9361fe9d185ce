import type { components } from "@leadrelay/client/schema.gen";
import { localTime } from "../../output/local-time.ts";
import { oneLine } from "../../output/one-line.ts";
import type { Column } from "../../output/render-table.ts";
import type { Outside } from "../../outside/outside.ts";

type Submission = components["schemas"]["Submission"];
type Blocked = components["schemas"]["BlockedSubmission"];
type Clock = Pick<Outside, "now" | "timeZone">;

const idAndTime = (clock: Clock): Column<Submission | Blocked>[] => [
  { title: "ID", value: ({ id }) => id },
  { title: "SUBMITTED", value: ({ submitted_at }) => localTime(submitted_at, clock) },
];

const contact: Column<Submission | Blocked>[] = [
  { title: "NAME", value: ({ contact_name }) => contact_name },
  { title: "E-MAIL", value: ({ contact_email }) => contact_email },
  { title: "PHONE", value: ({ contact_phone }) => contact_phone },
];

/** A submission as a line of a list. */
export const submissionColumns = (clock: Clock): Column<Submission>[] => [
  ...idAndTime(clock),
  ...contact,
  { title: "OUTCOME", value: ({ outcome }) => outcome },
  { title: "WHY", isSentence: true, value: ({ explanation }) => oneLine(explanation) },
];

/** One from a blocked address as a line of a list. */
export const blockedColumns = (clock: Clock): Column<Blocked>[] => [
  ...idAndTime(clock),
  ...contact,
  { title: "FROM", value: ({ ip }) => ip },
  { title: "BLOCKED BY", value: ({ matched_cidr }) => matched_cidr },
  { title: "COUNTRY", value: ({ country }) => country },
  { title: "CLIENT", value: ({ client_id }) => client_id },
];
