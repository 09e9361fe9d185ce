import type { Adapter } from "../adapter.ts";
import { tokenStep } from "../google/token-step.ts";
import { classifyAppend, classifyLookUp } from "./classify.ts";
import { buildAppend, buildLookUp, rowsOf } from "./requests.ts";
import { sheetsSettings, type SheetsSettings } from "./settings.ts";

/** A row a lead in a Google spreadsheet. An append that gets no answer may have written: its id is looked up before it is repeated. */
export const googleSheets: Adapter<SheetsSettings> = {
  ...sheetsSettings,
  kind: "google_sheets",
  title: "Google Sheets",
  guide: [
    "In Google Cloud's console choose a project, and enable the Google Sheets API in it.",
    "Under IAM, Service accounts, make a service account, and under its Keys add a JSON key: a file is downloaded.",
    "In the spreadsheet choose Share, and give the service account's e-mail address (`client_email` in that file) the role Editor.",
    "Write the columns' names into the first row, if there is none yet; docs/destinations.md has them to copy.",
  ],
  // Sixty writes a minute for a service account; a request carries many leads.
  perSecond: 1,
  together: 100,
  confirmedBy: ["id"],
  sentWithoutStorage: false,
  mapping: "columns",
  fixedHosts: ["oauth2.googleapis.com", "sheets.googleapis.com"],
  sentBody: (_settings, delivery) => rowsOf([delivery]),
  steps: [
    tokenStep("https://www.googleapis.com/auth/spreadsheets"),
    {
      name: "look up",
      isNeeded: (_kept, _settings, { attempt, beside = [] }) =>
        [attempt, ...beside.map((one) => one.attempt)].some((number) => number > 1),
      buildRequest: buildLookUp,
      classify: (response, settings, _context, delivery) => classifyLookUp(response, settings, delivery),
    },
    {
      name: "append",
      buildRequest: buildAppend,
      classify: (response, settings, _context, delivery) => classifyAppend(response, settings, delivery),
    },
  ],
};
