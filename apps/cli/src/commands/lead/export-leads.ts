import type { components } from "@leadrelay/client/schema.gen";
import type { Page } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { csvLine } from "../../output/csv-line.ts";
import { harmless } from "../../text/harmless.ts";
import { exportedLead } from "./export-columns.ts";

type Lead = components["schemas"]["Lead"];

const pageSize = 100;

/** Writes all leads of a list, page by page as they come: nothing is gathered. None at all ends the command with 5. */
export async function exportLeads(
  { results }: Cli,
  form: "csv" | "ndjson",
  ask: (page: { limit: number; cursor?: string }) => Promise<Page<Lead>>,
): Promise<void> {
  let next: string | null = null;
  let count = 0;
  do {
    const page: Page<Lead> = await ask(
      next === null ? { limit: pageSize } : { limit: pageSize, cursor: next },
    );
    for (const lead of page.items) {
      if (lead.masked) throw masked;
      const row = exportedLead(lead);
      if (form === "csv" && count === 0) results.stream(csvLine(Object.keys(row)));
      results.stream(form === "csv" ? csvLine(Object.values(row)) : `${harmless(JSON.stringify(row))}\n`);
      count += 1;
    }
    next = page.next_cursor;
  } while (next !== null);
  if (count === 0) results.nothing("No lead matches.");
  else results.note(`${count} exported.`);
}

const masked = new Failure({
  ending: "auth",
  title: "You see these contact details masked, so they cannot be exported.",
  whatToDo: "ask somebody who sees them, or name a client of yours with --client.",
});
