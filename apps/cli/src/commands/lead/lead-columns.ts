import type { components } from "@leadrelay/client/schema.gen";
import type { Outside } from "../../outside/outside.ts";
import { localTime } from "../../output/local-time.ts";
import type { Column } from "../../output/render-table.ts";

type Lead = components["schemas"]["ListedLead"];

/** A lead as a line of a list; with its client where the list may be of several. */
export const leadColumns = (
  clock: Pick<Outside, "now" | "timeZone">,
  leads: readonly Lead[],
): Column<Lead>[] => [
  { title: "ID", value: ({ id }) => id },
  { title: "NAME", value: ({ contact_name }) => contact_name },
  { title: "E-MAIL", value: ({ contact_email }) => contact_email },
  { title: "PHONE", value: ({ contact_phone }) => contact_phone },
  { title: "PROJECT", value: ({ project }) => project },
  ...(leads.some(({ client_name }) => isOne(client_name)) ? [client] : []),
  { title: "STAGE", value: ({ status }) => status },
  ...(leads.some(({ stands }) => isOne(stands)) ? [standing] : []),
  { title: "TIMES", value: ({ submission_count }) => submission_count, align: "right" },
  { title: "LAST SUBMITTED", value: ({ last_submitted_at }) => localTime(last_submitted_at, clock) },
  {
    title: "LAST SENT",
    value: ({ last_sent_at }, paint) =>
      last_sent_at === null ? paint("red", "nothing arrived yet") : localTime(last_sent_at, clock),
  },
];

const client: Column<Lead> = {
  title: "CLIENT",
  value: ({ client_id, client_name }) => client_name ?? client_id,
};

const standing: Column<Lead> = { title: "STANDS", value: ({ stands }) => stands };

const isOne = (told: string | null) => typeof told === "string";
