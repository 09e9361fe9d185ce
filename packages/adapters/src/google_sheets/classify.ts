import * as z from "zod/mini";
import type { Classification, OutgoingDelivery, ReceivedResponse, StepEnd } from "../adapter.ts";
import { classifyStatus, isTaken, refuse, retryLater, waitAsked } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";
import { idColumn, lastColumn } from "./lead-row.ts";
import { mostIdBytes } from "./requests.ts";
import { rowRange } from "./row-range.ts";
import type { SheetsSettings } from "./settings.ts";

const unreadable = (response: ReceivedResponse, error: string): Classification => ({
  outcome: "retry",
  error,
  waitMs: waitAsked(response),
});

const idsAnswer = z.object({ values: z.optional(z.array(z.array(z.unknown()))) });

/** What an earlier try wrote, though its answer never came, is delivered; the rest goes on. */
export function classifyLookUp(
  response: ReceivedResponse,
  settings: SheetsSettings,
  delivery: OutgoingDelivery | undefined,
): StepEnd {
  if (!isTaken(response)) return classifyRefusal(response);
  const read = parseAnswer(idsAnswer, response);
  // A sheet beyond what is read is written into: a row that stands twice is better than a lead that never comes.
  if (read === undefined && !isCut(response))
    return unreadable(response, `what stands in column ${idColumn} cannot be read`);
  const rows = new Map((read?.values?.[0] ?? []).map((id, index) => [id, index + 1]));
  const sheet = `'${settings.sheet.replaceAll("'", "''")}'!`;
  const each = carried(delivery).flatMap((id): [string, Classification][] => {
    const row = rows.get(id);
    if (row === undefined) return response.body.includes(`"${id}"`) ? [[id, { outcome: "delivered" }]] : [];
    return [[id, { outcome: "delivered", receiverId: `${sheet}${idColumn}${row}:${lastColumn}${row}` }]];
  });
  return { outcome: "onward", each: Object.fromEntries(each) };
}

const isCut = ({ body }: ReceivedResponse) => new TextEncoder().encode(body).length > mostIdBytes - 8;

const appendAnswer = z.object({ updates: z.object({ updatedRange: z.string() }) });

/** Where its row stands, for each: Google says so, as rows may land elsewhere. */
export function classifyAppend(
  response: ReceivedResponse,
  _settings: SheetsSettings,
  delivery: OutgoingDelivery | undefined,
): StepEnd {
  if (!isTaken(response)) return classifyRefusal(response);
  const range = parseAnswer(appendAnswer, response)?.updates.updatedRange;
  if (range === undefined) return { outcome: "delivered" };
  const each = carried(delivery).map((id, index): [string, Classification] => {
    const receiverId = rowRange(range, index);
    return [id, { outcome: "delivered", ...(receiverId === undefined ? {} : { receiverId }) }];
  });
  return { outcome: "onward", each: Object.fromEntries(each) };
}

const carried = (delivery: OutgoingDelivery | undefined): string[] =>
  delivery === undefined
    ? []
    : [delivery, ...(delivery.beside ?? [])].map(({ delivery_public_id }) => delivery_public_id);

/** Quotas are counted by the minute (developers.google.com/workspace/sheets/api/limits). */
const quotaMs = 60_000;

const errorAnswer = z.object({ error: z.object({ status: z.string() }) });

function classifyRefusal(response: ReceivedResponse): StepEnd {
  const { status, body } = response;
  const answered = classifyStatus(response);
  if (status === 401 && "error" in answered) return { outcome: "stale_token", error: answered.error };
  const isOverQuota = status === 429 || (status === 403 && /rate_?limit_?exceeded/i.test(body));
  if (isOverQuota) return retryLater(response, Math.max(quotaMs, waitAsked(response) ?? 0));
  if (status === 403 && /SERVICE_DISABLED|it is disabled/.test(body))
    return refuse(response, "switch the Google Sheets API on in the service account's project");
  if (status === 403 && parseAnswer(errorAnswer, response)?.error.status === "PERMISSION_DENIED")
    return refuse(response, "share the spreadsheet, as an editor, with the service account's client_email");
  if (status === 404) return refuse(response, "no spreadsheet has this link");
  if (status === 400 && body.includes("Unable to parse range"))
    return refuse(response, "the spreadsheet has no sheet of this name");
  if (status === 400 && body.includes("not supported for this document"))
    return refuse(response, "it is an Excel file: save it as a Google spreadsheet");
  return answered;
}
