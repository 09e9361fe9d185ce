import { exampleKeyFile } from "../src/google/example-key-file.ts";
import type { AdapterExample } from "./adapter-example.ts";

const id = "1ZyXwVuTsRqPoNmLkJiHgFeDcBa9876543210zyxwvuts";
const other = {
  ...(JSON.parse(exampleKeyFile) as { private_key: string }),
  client_email: "crm@agency.example",
};
const service_account = JSON.stringify(other);
const secret = other.private_key.slice(100, 140);

/** A sheet whose name has to be quoted. */
export const googleSheetsExample: AdapterExample = {
  settings: { service_account, spreadsheet: id, sheet: "Asha's leads" },
  secrets: [JSON.stringify(secret).slice(1, -1)],
  wrong: [
    [{ service_account: secret, spreadsheet: id, sheet: "Leads" }, "service_account"],
    [{ service_account: `{"private_key":"${secret}"}`, spreadsheet: id, sheet: "Leads" }, "service_account"],
    [
      { service_account: service_account.replace("BEGIN", "OPEN"), spreadsheet: id, sheet: "Leads" },
      "service_account",
    ],
    [{ service_account, spreadsheet: "https://example.com/d/1", sheet: "Leads" }, "spreadsheet"],
    [
      { service_account, spreadsheet: `https://example.com/spreadsheets/d/${id}`, sheet: "Leads" },
      "spreadsheet",
    ],
    [{ service_account, spreadsheet: `${id}/../../x`, sheet: "" }, "sheet"],
  ],
  takenBody: JSON.stringify({
    spreadsheetId: id,
    tableRange: "'Asha''s leads'!A1:O41",
    updates: { spreadsheetId: id, updatedRange: "'Asha''s leads'!A42:O42", updatedRows: 1 },
  }),
  taken: { outcome: "delivered", receiverId: "'Asha''s leads'!A42:O42" },
  onward: {
    token: JSON.stringify({ access_token: "ya29.token", expires_in: 3_599, token_type: "Bearer" }),
    "look up": JSON.stringify({ values: [["Delivery id", "another"]] }),
  },
  // Waits for a minute whatever is asked for.
  own: { 429: "retry" },
  mostBodyBytes: 2 * 1024 * 1024,
};
