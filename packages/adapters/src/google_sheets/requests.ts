import type { OutgoingDelivery, OutgoingRequest, SentDelivery, StepContext } from "../adapter.ts";
import { jsonRequest, userAgent } from "../json-request.ts";
import { idColumn, leadRow } from "./lead-row.ts";
import { spreadsheetIdOf, type SheetsSettings } from "./settings.ts";

/** The ids of some 200 000 rows. */
export const mostIdBytes = 8 * 1024 * 1024;

/** All delivery ids that stand in the sheet. */
export const buildLookUp = (
  settings: SheetsSettings,
  _delivery: OutgoingDelivery,
  { token }: StepContext,
): OutgoingRequest => ({
  url: `${rangeUrl(settings, `${idColumn}:${idColumn}`)}?majorDimension=COLUMNS&fields=values&prettyPrint=false`,
  method: "GET",
  headers: { authorization: `Bearer ${token}`, "user-agent": userAgent },
  body: null,
  mostAnswerBytes: mostIdBytes,
});

/** A row for each delivery, below the table that begins in the sheet's first cell. */
export const buildAppend = (
  settings: SheetsSettings,
  delivery: OutgoingDelivery,
  { token }: StepContext,
): OutgoingRequest =>
  jsonRequest(
    `${rangeUrl(settings, `${idColumn}1`)}:append?valueInputOption=RAW&insertDataOption=INSERT_ROWS`,
    rowsOf([delivery, ...(delivery.beside ?? [])]),
    { headers: { authorization: `Bearer ${token}` } },
  );

export const rowsOf = (deliveries: readonly SentDelivery[]) => ({
  majorDimension: "ROWS",
  values: deliveries.map(leadRow),
});

function rangeUrl({ spreadsheet, sheet }: SheetsSettings, cells: string): string {
  const range = `'${sheet.replaceAll("'", "''")}'!${cells}`;
  return `https://sheets.googleapis.com/v4/spreadsheets/${spreadsheetIdOf(spreadsheet)}/values/${encodeURIComponent(range)}`;
}
