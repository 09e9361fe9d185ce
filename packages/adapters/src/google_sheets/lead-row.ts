import { cutText } from "../lead/cut-text.ts";
import { textOf } from "../lead/with-mapping.ts";
import { readLead } from "../lead/lead-lines.ts";
import type { SentDelivery } from "../adapter.ts";

/** What stands in the columns from A on; the first row of a sheet may say so. New ones come at the end, so that a sheet stays right. */
export const columns = [
  "Delivery id",
  "Time (UTC)",
  "What",
  "Name",
  "Phone",
  "E-mail",
  "Project",
  "Location",
  "Came by",
  "Campaign",
  "Searched for",
  "From",
  "Submissions",
  "Suspicious",
  "Lead id",
] as const;

/** Where a delivery's id stands, by which a row is found again. */
export const idColumn = "A";
export const lastColumn = "O";

/** As much as Google Sheets holds in one. */
const longestCell = 50_000;

/** One row, in its further columns what a mapping makes, in its order: all of it is sent RAW, so that no text of a stranger becomes a formula. */
export function leadRow(delivery: Pick<SentDelivery, "event" | "delivery_public_id" | "mapped">): string[] {
  const { what, lines } = readLead(delivery);
  const told = new Map<string, string>([
    ...lines,
    ["Delivery id", delivery.delivery_public_id],
    ["Time (UTC)", new Date(delivery.event.created_at).toISOString().slice(0, 19).replace("T", " ")],
    ["What", what],
  ]);
  const mapped = (delivery.mapped?.named ?? []).map(([, value]) => cutText(textOf(value), longestCell));
  return [...columns.map((column) => told.get(column) ?? ""), ...mapped];
}
