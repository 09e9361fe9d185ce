import * as z from "zod/mini";
import type { Receiver } from "./receiver.ts";

const lead = z.record(z.string(), z.string());
const most = {
  LastName: 80,
  FirstName: 40,
  Email: 80,
  Phone: 40,
  City: 40,
  Company: 255,
  Description: 32_000,
};
const known = new Set([...Object.keys(most), "Enquired_Project__c"]);

/** Leads in Salesforce: one of an external id, none without last name and company, and a rule against duplicates of an e-mail address. */
export class SalesforceReceiver implements Receiver {
  readonly leads = new Map<string, Record<string, string>>();
  /** What it says to the next requests instead. */
  readonly says: Response[] = [];
  tokens = 0;
  requestsLeft = 1_000;

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/services/oauth2/token") return this.#token(new URLSearchParams(await request.text()));
    const said = this.says.shift();
    if (said !== undefined) return said;
    if (request.headers.get("authorization") !== `Bearer 00D!${this.tokens}`)
      return problem(401, "INVALID_SESSION_ID", "Session expired or invalid");
    this.requestsLeft -= 1;
    if (this.requestsLeft < 0) return problem(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    const [, field, id = ""] =
      /^\/services\/data\/v65\.0\/sobjects\/Lead\/(\w+)\/([\w-]+)$/.exec(pathname) ?? [];
    if (field !== "LeadRelay_Id__c" || request.method !== "PATCH")
      return problem(
        404,
        "NOT_FOUND",
        `Provided external ID field does not exist or is not accessible: ${field}`,
      );
    return this.#upsert(id, lead.parse(await request.json()), request.headers);
  }

  #upsert(id: string, given: Record<string, string>, headers: Headers): Response {
    const unknown = Object.keys(given).find((name) => !known.has(name));
    if (unknown !== undefined)
      return problem(400, "INVALID_FIELD", `No such column '${unknown}' on sobject of type Lead`);
    const long = Object.entries(most).find(([name, limit]) => (given[name] ?? "").length > limit);
    if (long !== undefined) return problem(400, "STRING_TOO_LONG", `${long[0]}: data value too large`);
    if (!given["LastName"] || !given["Company"])
      return problem(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName, Company]");
    const had = this.leads.get(id);
    const other = [...this.leads].find(([own, { Email }]) => own !== id && Email === given["Email"]);
    if (other !== undefined && headers.get("sforce-duplicate-rule-header") !== "allowSave=true")
      return duplicates(idOf(other[0]));
    this.leads.set(id, { ...had, ...given });
    return Response.json(
      { id: idOf(id), success: true, errors: [], created: had === undefined },
      { status: had === undefined ? 201 : 200 },
    );
  }

  #token(form: URLSearchParams): Response {
    const refuse = (error: string, error_description: string) =>
      Response.json({ error, error_description }, { status: 400 });
    if (form.get("client_id") !== "3MVG9.good")
      return refuse("invalid_client_id", "client identifier invalid");
    if (form.get("client_secret") !== "good-secret")
      return refuse("invalid_client", "invalid client credentials");
    const isKnown =
      form.get("refresh_token") === "5Aep.good" || form.get("grant_type") === "client_credentials";
    if (!isKnown) return refuse("invalid_grant", "expired access/refresh token");
    this.tokens += 1;
    return Response.json({ access_token: `00D!${this.tokens}`, token_type: "Bearer" });
  }
}

const idOf = (id: string) => `00Q${id.replaceAll("-", "").slice(-12)}`;

const problem = (status: number, errorCode: string, message: string) =>
  Response.json([{ errorCode, message }], { status });

/** As it spells it. */
const duplicates = (Id: string) =>
  Response.json(
    [
      {
        duplicateResut: { allowSave: true, matchResults: [{ matchRecords: [{ record: { Id } }] }] },
        errorCode: "DUPLICATES_DETECTED",
        message: "Use one of these records?",
      },
    ],
    { status: 400 },
  );
