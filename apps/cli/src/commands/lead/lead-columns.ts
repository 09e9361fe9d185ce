import type { components } from "@leadrelay/client/schema.gen";
import type { Outside } from "../../outside/outside.ts";
import { localTime } from "../../output/local-time.ts";
import type { Column } from "../../output/render-table.ts";

type Lead = components["schemas"]["Lead"];

/** A lead as a line of a list. */
export const leadColumns = (clock: Pick<Outside, "now" | "timeZone">): Column<Lead>[] => [
  { title: "ID", value: ({ id }) => id },
  { title: "NAME", value: ({ contact_name }) => contact_name },
  { title: "E-MAIL", value: ({ contact_email }) => contact_email },
  { title: "PHONE", value: ({ contact_phone }) => contact_phone },
  { title: "PROJECT", value: ({ project }) => project },
  { title: "STAGE", value: ({ status }) => status },
  { title: "TIMES", value: ({ submission_count }) => submission_count, align: "right" },
  { title: "LAST SUBMITTED", value: ({ last_submitted_at }) => localTime(last_submitted_at, clock) },
  {
    title: "LAST SENT",
    value: ({ last_sent_at }, paint) =>
      last_sent_at === null ? paint("red", "nothing arrived yet") : localTime(last_sent_at, clock),
  },
];
