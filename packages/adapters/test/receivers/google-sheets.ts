import * as z from "zod/mini";
import { exampleKeyFile } from "../../src/google/example-key-file.ts";
import type { Receiver } from "./receiver.ts";

const rows = z.object({
  majorDimension: z.literal("ROWS"),
  values: z.array(z.array(z.string().check(z.maxLength(50_000)))),
});
const claims = z.object({
  iss: z.string(),
  scope: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/** A spreadsheet of Google's with one sheet, and its quota of writes. */
export class GoogleSheetsReceiver implements Receiver {
  readonly rows: string[][] = [["Delivery id", "Time (UTC)"]];
  isShared = true;
  /** What it says to the next requests instead. */
  readonly says: Response[] = [];
  tokens = 0;
  writesLeft = 60;

  async answer(request: Request): Promise<Response> {
    const { hostname, pathname, searchParams } = new URL(request.url);
    if (hostname === "oauth2.googleapis.com") return this.#token(new URLSearchParams(await request.text()));
    const said = this.says.shift();
    if (said !== undefined) return said;
    if (request.headers.get("authorization") !== `Bearer ya29.${this.tokens}`)
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

  async #token(form: URLSearchParams): Promise<Response> {
    const [head = "", body = "", signature = ""] = (form.get("assertion") ?? "").split(".");
    const { iss, scope, aud, iat, exp } = claims.parse(JSON.parse(text(body)));
    const isRight =
      form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer" &&
      scope === "https://www.googleapis.com/auth/spreadsheets" &&
      aud === "https://oauth2.googleapis.com/token" &&
      exp - iat <= 3_600 &&
      (await isSigned(`${head}.${body}`, signature));
    if (!isRight || !iss.endsWith(".gserviceaccount.com"))
      return Response.json(
        { error: "invalid_grant", error_description: "Invalid JWT Signature." },
        { status: 400 },
      );
    this.tokens += 1;
    return Response.json({ access_token: `ya29.${this.tokens}`, expires_in: 3_599, token_type: "Bearer" });
  }
}

const problem = (code: number, status: string, message: string) =>
  Response.json({ error: { code, message, status } }, { status: code });

const text = (base64Url: string) => atob(base64Url.replaceAll("-", "+").replaceAll("_", "/"));

/** By the public half of the example's key. */
async function isSigned(signed: string, signature: string): Promise<boolean> {
  const { private_key } = z.object({ private_key: z.string() }).parse(JSON.parse(exampleKeyFile));
  const der = Uint8Array.from(atob(private_key.replaceAll(/-----[A-Z ]+-----|\s/g, "")), (char) =>
    char.charCodeAt(0),
  );
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const whole = await crypto.subtle.importKey("pkcs8", der, algorithm, true, ["sign"]);
  const { n = "", e = "", kty = "" } = await crypto.subtle.exportKey("jwk", whole);
  const open = await crypto.subtle.importKey("jwk", { n, e, kty }, algorithm, false, ["verify"]);
  const bytes = Uint8Array.from(text(signature), (char) => char.charCodeAt(0));
  return crypto.subtle.verify(algorithm.name, open, bytes, new TextEncoder().encode(signed));
}
