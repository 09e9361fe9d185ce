import * as z from "zod/mini";
import { GoogleTokens } from "./google-tokens.ts";
import type { Receiver } from "./receiver.ts";

const account = z.object({
  accountType: z.literal("GOOGLE_ADS"),
  accountId: z.string().check(z.regex(/^\d{10}$/)),
});
const ids = z.optional(z.string().check(z.minLength(1)));
const body = z.object({
  destinations: z.tuple([
    z.object({
      operatingAccount: account,
      loginAccount: z.optional(account),
      productDestinationId: z.string(),
    }),
  ]),
  events: z.tuple([
    z.object({
      adIdentifiers: z.strictObject({ gclid: ids, gbraid: ids, wbraid: ids }),
      transactionId: z.string(),
      eventTimestamp: z.iso.datetime(),
      conversionValue: z.optional(z.number()),
      currency: z.optional(z.string()),
    }),
  ]),
  validateOnly: z.optional(z.boolean()),
});

/** Google's Data Manager: a transaction counts once. */
export class GoogleConversionsReceiver implements Receiver {
  readonly #tokens = new GoogleTokens("https://www.googleapis.com/auth/datamanager");
  /** Click by transaction. */
  readonly counted = new Map<string, string | undefined>();
  readonly values: (number | undefined)[] = [];
  isUser = true;

  async answer(request: Request): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    if (hostname === "oauth2.googleapis.com") return this.#tokens.answer(request);
    if (!this.#tokens.letsIn(request)) return problem(401, "UNAUTHENTICATED", "invalid credentials");
    if (pathname !== "/v1/events:ingest") return problem(404, "NOT_FOUND", "no such method");
    if (!this.isUser) return problem(403, "PERMISSION_DENIED", "The caller does not have permission");
    const read = body.safeParse(await request.json());
    if (!read.success) return problem(400, "INVALID_ARGUMENT", "There was a problem with the request.");
    const [{ adIdentifiers, transactionId, conversionValue }] = read.data.events;
    if (read.data.validateOnly !== true) {
      const { gclid, gbraid, wbraid } = adIdentifiers;
      this.counted.set(transactionId, gclid ?? gbraid ?? wbraid);
      this.values.push(conversionValue);
    }
    return Response.json({ requestId: `request ${this.counted.size}` });
  }
}

const problem = (code: number, status: string, message: string) =>
  Response.json({ error: { code, message, status } }, { status: code });
