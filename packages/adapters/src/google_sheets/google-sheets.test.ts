import { describe, expect, test } from "vitest";
import { longestPayload, outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { GoogleSheetsReceiver } from "../../test/receivers/google-sheets.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import type { OutgoingDelivery } from "../adapter.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { classifyToken } from "../google/classify-token.ts";
import { classifyAppend, classifyLookUp } from "./classify.ts";
import { exampleKeyFile } from "../google/example-key-file.ts";
import { googleSheets } from "./google-sheets.ts";
import { columns, lastColumn, leadRow } from "./lead-row.ts";
import { rowRange } from "./row-range.ts";
import { spreadsheetIdOf } from "./settings.ts";

const id = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefgh";
const settings = googleSheets.parseSettings({
  service_account: exampleKeyFile,
  spreadsheet: id,
  sheet: "Leads",
});
const [token, lookUp, append] = [
  "POST /token",
  `GET /v4/spreadsheets/${id}/values/'Leads'!A%3AA`,
  `POST /v4/spreadsheets/${id}/values/'Leads'!A1:append`,
];
const numbered = (nth: number, attempt = 1): OutgoingDelivery => ({
  ...outgoing(),
  delivery_public_id: `delivery ${nth}`,
  attempt,
});
const error = (code: number, status: string, message: string) =>
  JSON.stringify({ error: { code, message, status } });

describe("an answer to an append", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    [
      "that names its row is that of each delivery",
      [200, '{"updates":{"updatedRange":"Leads!A7:O7"}}'],
      { outcome: "onward", each: { "delivery 1": { outcome: "delivered", receiverId: "Leads!A7:O7" } } },
    ],
    [
      "whose range is none that we know is delivered all the same",
      [200, '{"updates":{"updatedRange":"Leads"}}'],
      { outcome: "onward", each: { "delivery 1": { outcome: "delivered" } } },
    ],
    ["that broke off is delivered", [200, ""], { outcome: "delivered" }],
    ["of an old token asks for a new one", [401, "{}"], { outcome: "stale_token" }],
    [
      "of whom it is not shared with says with whom to share it",
      [403, error(403, "PERMISSION_DENIED", "The caller does not have permission")],
      { outcome: "refused", error: expect.stringMatching(/^share the spreadsheet.*client_email/) },
    ],
    [
      "of a project without the API says where to switch it on",
      [
        403,
        error(
          403,
          "PERMISSION_DENIED",
          "Google Sheets API has not been used in project 1 before or it is disabled.",
        ),
      ],
      { outcome: "refused", error: expect.stringContaining("switch the Google Sheets API on") },
    ],
    [
      "of another prohibition is refused in Google's words",
      [403, error(403, "OTHER", "no")],
      { outcome: "refused", error: expect.stringMatching(/^HTTP 403/) },
    ],
    [
      "of a spreadsheet that is not there says so",
      [404, error(404, "NOT_FOUND", "Requested entity was not found.")],
      { outcome: "refused", error: expect.stringContaining("no spreadsheet has this link") },
    ],
    [
      "of a sheet that is not there says so",
      [400, error(400, "INVALID_ARGUMENT", "Unable to parse range: 'Leads'!A1")],
      { outcome: "refused", error: expect.stringContaining("no sheet of this name") },
    ],
    [
      "of an Excel file says so",
      [400, error(400, "FAILED_PRECONDITION", "This operation is not supported for this document")],
      { outcome: "refused", error: expect.stringContaining("Excel") },
    ],
    [
      "of a full spreadsheet is refused in Google's words",
      [400, error(400, "INVALID_ARGUMENT", "This action would increase the number of cells above the limit")],
      { outcome: "refused", error: expect.stringContaining("number of cells") },
    ],
    [
      "of a spent minute waits for the next",
      [429, error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Write requests'")],
      { outcome: "retry", waitMs: 60_000 },
    ],
    [
      "of a spent minute that asks for less",
      [429, "", { "retry-after": "5" }],
      { outcome: "retry", waitMs: 60_000 },
    ],
    [
      "of a spent minute that asks for more",
      [429, "", { "retry-after": "90" }],
      { outcome: "retry", waitMs: 90_000 },
    ],
    [
      "of a spent minute as a prohibition",
      [403, error(403, "PERMISSION_DENIED", "rateLimitExceeded")],
      { outcome: "retry", waitMs: 60_000 },
    ],
    [
      "of trouble at Google is tried again",
      [503, error(503, "UNAVAILABLE", "")],
      { outcome: "retry", waitMs: null },
    ],
    [
      "of a fault at Google is tried again",
      [500, error(500, "INTERNAL", "")],
      { outcome: "retry", waitMs: null },
    ],
  ])("%s", (_what, answer, end) => {
    expect(classifyAppend(received(...answer), settings, numbered(1))).toMatchObject(end);
  });
});

describe("an answer to a look-up", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    [
      "that has the id is its row",
      [200, '{"values":[["Delivery id","x","delivery 1"]]}'],
      { outcome: "onward", each: { "delivery 1": { outcome: "delivered", receiverId: "'Leads'!A3:O3" } } },
    ],
    ["that has it not goes on", [200, '{"values":[["Delivery id","x"]]}'], { outcome: "onward", each: {} }],
    ["of an empty sheet goes on", [200, "{}"], { outcome: "onward", each: {} }],
    ["that broke off is asked again", [200, '{"values":[["Delivery'], { outcome: "retry" }],
    ["of a spent minute waits for the next", [429, ""], { outcome: "retry", waitMs: 60_000 }],
    ["of an old token asks for a new one", [401, ""], { outcome: "stale_token" }],
  ])("%s", (_what, answer, end) => {
    expect(classifyLookUp(received(...answer), settings, numbered(1))).toMatchObject(end);
  });

  test("of more rows than are read goes on, and writes", () => {
    const cut = `{"values":[["${"x".repeat(8 * 1024 * 1024)}`.slice(0, 8 * 1024 * 1024);
    expect(classifyLookUp(received(200, cut), settings, numbered(1))).toEqual({
      outcome: "onward",
      each: {},
    });
  });
});

describe("an answer to a question for a token", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    [
      "is kept as long as it says",
      [200, '{"access_token":"ya29","expires_in":3599}'],
      { outcome: "onward", token: { value: "ya29", expiresInMs: 3_599_000 } },
    ],
    ["without one is asked again", [200, "{}"], { outcome: "retry" }],
    [
      "of a key that was deleted is refused in Google's words",
      [400, '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}'],
      { outcome: "refused", error: expect.stringContaining("Invalid JWT Signature") },
    ],
    ["of trouble at Google is asked again", [503, ""], { outcome: "retry" }],
  ])("%s", (_what, answer, end) => {
    expect(classifyToken(received(...answer))).toMatchObject(end);
  });
});

describe("a lead's row", () => {
  test("has the delivery's id first and one text for each column", () => {
    const row = leadRow(outgoing());
    expect(Object.fromEntries(columns.map((column, index) => [column, row[index]]))).toMatchObject({
      "Delivery id": outgoing().delivery_public_id,
      "Time (UTC)": "2023-11-14 22:13:20",
      What: "New lead",
      Name: "Asha Rao",
      Phone: "+91-9999999999",
      Submissions: "",
      "Lead id": samplePayload.lead_public_id,
    });
    expect(lastColumn.charCodeAt(0) - "A".charCodeAt(0) + 1).toBe(columns.length);
  });

  test("of the longest lead is short", () => {
    for (const cell of leadRow(outgoing(longestPayload))) expect(cell.length).toBeLessThanOrEqual(500);
  });
});

test.each([
  ["Leads!A12:O20", 0, "Leads!A12:O12"],
  ["'Asha''s leads!'!A12:O20", 8, "'Asha''s leads!'!A20:O20"],
  ["Leads!C9:Q9", 0, "Leads!C9:Q9"],
  ["Leads!A12", 0, undefined],
  ["A12:O20", 0, undefined],
])("of %s the row %i is %s", (range, index, row) => {
  expect(rowRange(range, index)).toBe(row);
});

test.each([
  [id, id],
  [`https://docs.google.com/spreadsheets/d/${id}/edit?gid=0#gid=0`, id],
  [`https://docs.google.com/spreadsheets/u/1/d/${id}`, id],
  [`https://docs.google.com/document/d/${id}`, undefined],
  [`https://evil.example/spreadsheets/d/${id}`, undefined],
  ["Leads", undefined],
])("the id in %s is %s", (given, found) => {
  expect(spreadsheetIdOf(given)).toBe(found);
});

test("of its settings everything is shown but the key, so that it is known whom to share with", () => {
  expect(googleSheets.showSettings(settings)).toEqual({
    has_service_account: true,
    spreadsheet: id,
    sheet: "Leads",
    client_email: "leads@example.iam.gserviceaccount.com",
  });
});

describe("at a spreadsheet", () => {
  test("a lead is one row, RAW, and a token lasts for many", async () => {
    const sheet = new GoogleSheetsReceiver();
    const tokens = { value: null };
    const formula = outgoing({ ...samplePayload, first_name: '=HYPERLINK("https://evil.example")' });
    const first = await tryAt(sheet, googleSheets, settings, { delivery: formula, tokens });
    const second = await tryAt(sheet, googleSheets, settings, { delivery: numbered(2), tokens });
    expect([first.asked, second.asked]).toEqual([[token, append], [append]]);
    expect(first.end).toEqual({ outcome: "delivered", receiverId: "Leads!A2:O2" });
    expect(second.end).toEqual({ outcome: "delivered", receiverId: "Leads!A3:O3" });
    expect(sheet.rows[1]?.[3]).toBe('=HYPERLINK("https://evil.example")');
  });

  test("many leads are one request, and each has its own row", async () => {
    const sheet = new GoogleSheetsReceiver();
    const [first = outgoing(), ...beside] = Array.from({ length: 20 }, (_, nth) => numbered(nth));
    const { asked, ends } = await tryAt(sheet, googleSheets, settings, { delivery: { ...first, beside } });
    expect(asked).toEqual([token, append]);
    expect(sheet.rows.slice(1).map(([own]) => own)).toEqual(
      [first, ...beside].map((one) => one.delivery_public_id),
    );
    expect(ends["delivery 0"]).toEqual({ outcome: "delivered", receiverId: "Leads!A2:O2" });
    expect(ends["delivery 19"]).toEqual({ outcome: "delivered", receiverId: "Leads!A21:O21" });
  });

  test("a row whose answer was lost is not written again", async () => {
    const sheet = new GoogleSheetsReceiver();
    const lost = await tryAt(sheet, googleSheets, settings, { delivery: numbered(1), lost: [2] });
    expect(lost.end).toBe("timeout");
    const again = await tryAt(sheet, googleSheets, settings, { delivery: numbered(1, 2) });
    expect(again.asked).toEqual([token, lookUp]);
    expect(again.end).toEqual({ outcome: "delivered", receiverId: "'Leads'!A2:O2" });
    expect(sheet.rows).toHaveLength(2);
  });

  test("of several whose answer was lost only those are written that are not there", async () => {
    const sheet = new GoogleSheetsReceiver();
    await tryAt(sheet, googleSheets, settings, {
      delivery: { ...numbered(1), beside: [numbered(2)] },
      lost: [2],
    });
    const delivery = { ...numbered(3), beside: [numbered(2, 2), numbered(1, 2), numbered(4)] };
    const { asked, ends } = await tryAt(sheet, googleSheets, settings, { delivery });
    expect(asked).toEqual([token, lookUp, append]);
    expect(sheet.rows.slice(1).map(([own]) => own)).toEqual([1, 2, 3, 4].map((nth) => `delivery ${nth}`));
    expect(ends).toMatchObject({
      "delivery 1": { receiverId: "'Leads'!A2:O2" },
      "delivery 2": { receiverId: "'Leads'!A3:O3" },
      "delivery 3": { receiverId: "Leads!A4:O4" },
      "delivery 4": { receiverId: "Leads!A5:O5" },
    });
  });

  test("a token that ran out is replaced once", async () => {
    const sheet = new GoogleSheetsReceiver();
    const tokens = { value: "ya29.old" };
    const { asked, end } = await tryAt(sheet, googleSheets, settings, { tokens });
    expect(asked).toEqual([append, token, append]);
    expect(end).toMatchObject({ outcome: "delivered" });
  });

  test("a spent minute is waited for, and nothing was written", async () => {
    const sheet = new GoogleSheetsReceiver();
    sheet.writesLeft = 0;
    expect((await tryAt(sheet, googleSheets, settings)).end).toMatchObject({
      outcome: "retry",
      waitMs: 60_000,
    });
    sheet.writesLeft = 60;
    const delivery = { ...outgoing(), attempt: 2 };
    expect((await tryAt(sheet, googleSheets, settings, { delivery })).asked).toEqual([token, lookUp, append]);
  });

  test("nobody writes with whom it is not shared", async () => {
    const sheet = new GoogleSheetsReceiver();
    sheet.isShared = false;
    expect((await tryAt(sheet, googleSheets, settings)).end).toMatchObject({
      outcome: "refused",
      error: expect.stringContaining("client_email"),
    });
  });

  test("nobody is let in by a service account of another key", async () => {
    const sheet = new GoogleSheetsReceiver();
    const forged = { ...settings, service_account: exampleKeyFile.replace("gserviceaccount.com", "example") };
    const { asked, end } = await tryAt(sheet, googleSheets, forged);
    expect(asked).toEqual([token]);
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining("invalid_grant") });
  });
});
