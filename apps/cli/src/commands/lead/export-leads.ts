import type { components } from "@leadrelay/client/schema.gen";
import type { Page } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { csvLine } from "../../output/csv-line.ts";
import { harmless } from "../../text/harmless.ts";
import type { LeadPage } from "./ask-for-leads.ts";
import { exportedLead } from "./export-columns.ts";

type Lead = components["schemas"]["ListedLead"];

const pageSize = 100;

/**
 * Writes the leads of a list, page by page as they come and as they are read: nothing is gathered. None at all ends the command with 5.
 * @param part where it begins and how many are written; all of them unless said
 */
export async function exportLeads(
  { results }: Cli,
  form: "csv" | "ndjson",
  ask: (page: LeadPage) => Promise<Page<Lead>>,
  { cursor = null, limit = Infinity }: { cursor?: string | null; limit?: number } = {},
): Promise<void> {
  let next = cursor;
  let count = 0;
  do {
    const size = { limit: Math.min(pageSize, limit - count), export: form };
    const page: Page<Lead> = await ask(next === null ? size : { ...size, cursor: next });
    for (const lead of page.items) {
      if (lead.masked) throw masked;
      const row = exportedLead(lead);
      if (form === "csv" && count === 0) await results.stream(csvLine(Object.keys(row)));
      await results.stream(
        form === "csv" ? csvLine(Object.values(row)) : `${harmless(JSON.stringify(row))}\n`,
      );
      count += 1;
    }
    next = page.next_cursor;
  } while (next !== null && count < limit);
  if (count === 0) results.nothing("No lead matches.");
  else results.note(`${count} exported.${next === null ? "" : ` There are more: --cursor ${next}`}`);
}

const masked = new Failure({
  ending: "auth",
  title: "You see these contact details masked, so they cannot be exported.",
  whatToDo:
    "ask an owner or admin to export them, or name with --client one whose contacts you see. As you see them: `leadrelay lead list --output json`.",
});
