import * as z from "zod/mini";
import type { Receiver } from "./receiver.ts";

const upsert = z.object({
  data: z.tuple([z.record(z.string(), z.string())]),
  duplicate_check_fields: z.array(z.string()),
});
const longest: Readonly<Record<string, number>> = { Last_Name: 80, First_Name: 40, Email: 100, Phone: 30 };

/** A Zoho CRM in India: gives tokens that can be taken back, and leads by the fields that it is told to look at. */
export class ZohoReceiver implements Receiver {
  readonly leads: Record<string, string>[] = [];
  /** Fields that no two leads may share. */
  unique: readonly string[] = ["Email"];
  /** Fields without which it takes nobody. */
  mandatory: readonly string[] = ["Last_Name"];
  tokens = 0;
  /** What it says to the next requests instead. */
  readonly says: Response[] = [];

  async answer(request: Request): Promise<Response> {
    const said = this.says.shift();
    if (said !== undefined) return said;
    const { host, pathname } = new URL(request.url);
    if (`${host}${pathname}` === "accounts.zoho.in/oauth/v2/token") return this.#token(await request.text());
    if (`${host}${pathname}` !== "www.zohoapis.in/crm/v8/Leads/upsert")
      return this.#failure(404, "INVALID_URL_PATTERN");
    if (request.headers.get("authorization") !== `Zoho-oauthtoken 1000.t${this.tokens}`)
      return this.#failure(401, "INVALID_TOKEN");
    const { data, duplicate_check_fields } = upsert.parse(await request.json());
    return this.#upsert(data[0], duplicate_check_fields);
  }

  #token(body: string): Response {
    const asked = new URLSearchParams(body);
    if (asked.get("client_id") !== "1000.C") return Response.json({ error: "invalid_client" });
    if (asked.get("refresh_token") !== "1000.R") return Response.json({ error: "invalid_code" });
    this.tokens += 1;
    return Response.json({ access_token: `1000.t${this.tokens}`, expires_in: 3_600, token_type: "Bearer" });
  }

  #upsert(lead: Record<string, string>, by: readonly string[]): Response {
    const missing = this.mandatory.find((name) => !lead[name]);
    if (missing !== undefined) return this.#item("MANDATORY_NOT_FOUND", { api_name: missing });
    const long = Object.keys(longest).find((name) => (lead[name] ?? "").length > (longest[name] ?? 0));
    if (long !== undefined) return this.#item("INVALID_DATA", { api_name: long });
    const sharing = (names: readonly string[]) =>
      this.leads.findIndex((one) => names.some((name) => lead[name] && one[name] === lead[name]));
    const same = sharing(by);
    const taken = sharing(this.unique);
    if (same === -1 && taken !== -1)
      return this.#item("DUPLICATE_DATA", { duplicate_record: { id: `${taken}` } });
    if (same === -1) this.leads.push(lead);
    else this.leads[same] = { ...this.leads[same], ...lead };
    return this.#item("SUCCESS", { id: `${same === -1 ? this.leads.length - 1 : same}` });
  }

  #item(code: string, details: object): Response {
    const status = code === "SUCCESS" ? "success" : "error";
    return Response.json({ data: [{ code, details, message: code.toLowerCase(), status }] });
  }

  #failure(status: number, code: string): Response {
    return Response.json({ code, details: {}, message: code.toLowerCase(), status: "error" }, { status });
  }
}
