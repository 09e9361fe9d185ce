import { csvLine } from "../format/csv.ts";
import type { LeadFilter } from "./list-search.ts";
import { askForLeads, type ListedLead } from "./use-leads.ts";

type Cell = string | number | boolean | null;

/** The most the API gives at once. */
const pageSize = 100;

const attributionNames = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
  "gclid",
  "gbraid",
  "wbraid",
  "msclkid",
  "fbclid",
  "ttclid",
  "li_fat_id",
  "meta_lead_id",
  "landing_page",
  "referrer",
] as const;

const isoTime = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** A lead as an export writes it, the command line's too: one level, times as ISO 8601 in UTC. */
function exportedLead({ attribution, ...lead }: ListedLead): Record<string, Cell> {
  const { masked: _masked, ...shown } = lead;
  const came = (which: "first" | "latest") =>
    attributionNames.map((name): [string, Cell] => [`${which}_${name}`, attribution[which]?.[name] ?? null]);
  return {
    ...shown,
    first_submitted_at: isoTime(lead.first_submitted_at),
    last_submitted_at: isoTime(lead.last_submitted_at),
    last_sent_at: isoTime(lead.last_sent_at),
    ...Object.fromEntries([...came("first"), ...came("latest")]),
  };
}

/** Reads all that a list has, page by page, as lines of CSV. @param onPage told how many there are by then; false stops it */
export async function exportLeads(
  filter: LeadFilter,
  onPage: (count: number) => boolean,
): Promise<{ lines: string[]; count: number }> {
  const lines: string[] = [];
  let [cursor, count]: [string | null, number] = [null, 0];
  do {
    const page = await askForLeads({ ...filter, export: "csv" }, { cursor, limit: pageSize });
    const rows = page.items.map(exportedLead);
    const [first] = rows;
    if (count === 0 && first !== undefined) lines.push(csvLine(Object.keys(first)));
    lines.push(rows.map((row) => csvLine(Object.values(row))).join(""));
    count += rows.length;
    cursor = page.next_cursor;
    if (!onPage(count)) break;
  } while (cursor !== null);
  return { lines, count };
}
