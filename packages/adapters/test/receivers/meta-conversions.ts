import * as z from "zod/mini";
import type { Receiver } from "./receiver.ts";

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const event = z.object({
  event_name: z.string().check(z.minLength(1)),
  event_time: z.int(),
  event_id: z.string(),
  action_source: z.literal("system_generated"),
  user_data: z.strictObject({
    lead_id: z.optional(z.string().check(z.regex(/^\d{15,17}$/))),
    fbc: z.optional(z.string().check(z.regex(/^fb\.1\.\d{13}\..+$/))),
    em: z.optional(z.array(hash)),
    ph: z.optional(z.array(hash)),
  }),
  custom_data: z.object({ event_source: z.literal("crm"), lead_event_source: z.string() }),
});
const body = z.object({ data: z.tuple([event]), test_event_code: z.optional(z.string()) });

/** A dataset at Meta: an event of a name and id counts once, and what it cannot read is refused as a whole. */
export class MetaReceiver implements Receiver {
  /** What counts, as `name id`. */
  readonly counted = new Set<string>();
  readonly tested: string[] = [];
  readonly says: Response[] = [];

  async answer(request: Request): Promise<Response> {
    const said = this.says.shift();
    if (said !== undefined) return said;
    if (request.headers.get("authorization") !== "Bearer EAAgood")
      return metaError(400, 190, "Invalid OAuth access token.");
    if (new URL(request.url).pathname !== "/v26.0/123456789012345/events")
      return metaError(400, 100, "Unsupported post request.");
    const read = body.safeParse(await request.json());
    if (!read.success) return metaError(400, 100, "Invalid parameter");
    const [{ event_name, event_id }] = read.data.data;
    if (read.data.test_event_code === undefined) this.counted.add(`${event_name} ${event_id}`);
    else this.tested.push(event_name);
    return Response.json({ events_received: 1, messages: [], fbtrace_id: "trace" });
  }
}

const metaError = (status: number, code: number, message: string, more: object = {}) =>
  Response.json({ error: { message, type: "OAuthException", code, fbtrace_id: "t", ...more } }, { status });
