import type { components } from "@leadrelay/client/schema.gen";
import { localTime } from "../../output/local-time.ts";
import type { Column } from "../../output/render-table.ts";
import { oneLine } from "../../output/one-line.ts";
import type { Outside } from "../../outside/outside.ts";

/** A submission of which nothing was sent as a line of a list. */
export const unsentColumns = (
  clock: Pick<Outside, "now" | "timeZone">,
): Column<components["schemas"]["UnsentSubmission"]>[] => [
  { title: "ID", value: ({ id }) => id },
  { title: "SUBMITTED", value: ({ submitted_at }) => localTime(submitted_at, clock) },
  { title: "NAME", value: ({ contact_name }) => contact_name },
  { title: "E-MAIL", value: ({ contact_email }) => contact_email },
  { title: "PHONE", value: ({ contact_phone }) => contact_phone },
  { title: "RULE", value: ({ rule }) => rule },
  { title: "WHY", isSentence: true, value: ({ explanation }) => oneLine(explanation) },
];
