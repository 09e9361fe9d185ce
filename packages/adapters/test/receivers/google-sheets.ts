import * as z from "zod/mini";
import { GoogleTokens } from "./google-tokens.ts";
import type { Receiver } from "./receiver.ts";

const rows = z.object({
  majorDimension: z.literal("ROWS"),
  values: z.array(z.array(z.string().check(z.maxLength(50_000)))),
});
/** A spreadsheet of Google's with one sheet, and its quota of writes. */
export class GoogleSheetsReceiver implements Receiver {
  readonly rows: string[][] = [["Delivery id", "Time (UTC)"]];
  isShared = true;
  /** What it says to the next requests instead. */
  readonly says: Response[] = [];
  readonly #tokens = new GoogleTokens("https://www.googleapis.com/auth/spreadsheets");
  writesLeft = 60;

  async answer(request: Request): Promise<Response> {
    const { hostname, pathname, searchParams } = new URL(request.url);
    if (hostname === "oauth2.googleapis.com") return this.#tokens.answer(request);
    const said = this.says.shift();
    if (said !== undefined) return said;
    if (!this.#tokens.letsIn(request))
      return problem(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    if (!this.isShared) return problem(403, "PERMISSION_DENIED", "The caller does not have permission");
    const [, spreadsheet, range = ""] = /^\/v4\/spreadsheets\/([^/]+)\/values\/(.+)$/.exec(pathname) ?? [];
    if (spreadsheet !== "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefgh")
      return problem(404, "NOT_FOUND", "Requested entity was not found.");
    const [sheet, cells] = decodeURIComponent(range).split("!");
    if (sheet !== "'Leads'") return problem(400, "INVALID_ARGUMENT", `Unable to parse range: ${sheet}!A1`);
    if (request.method === "GET")
      return Response.json(this.rows.length === 0 ? {} : { values: [this.rows.map(([id = ""]) => id)] });
    if (cells !== "A1:append" || searchParams.get("valueInputOption") !== "RAW")
      return problem(400, "INVALID_ARGUMENT", "'valueInputOption' is required but not specified");
    return this.#append(rows.parse(await request.json()).values);
  }

  #append(values: string[][]): Response {
    this.writesLeft -= 1;
    if (this.writesLeft < 0)
      return problem(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Write requests'");
    const from = this.rows.length + 1;
    this.rows.push(...values);
    const updatedRange = `Leads!A${from}:O${this.rows.length}`;
    return Response.json({ tableRange: `Leads!A1:O${from - 1}`, updates: { updatedRange } });
  }
}

const problem = (code: number, status: string, message: string) =>
  Response.json({ error: { code, message, status } }, { status: code });
