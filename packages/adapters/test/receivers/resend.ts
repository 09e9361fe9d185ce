import * as z from "zod/mini";
import type { Mood } from "./mood.ts";
import type { Receiver } from "./receiver.ts";

const emailSchema = z.object({
  from: z.string(),
  to: z.array(z.email()).check(z.minLength(1), z.maxLength(50)),
  subject: z.string().check(z.minLength(1), z.regex(/^[^\r\n]*$/)),
  text: z.string(),
  html: z.optional(z.string()),
  reply_to: z.optional(z.email()),
  headers: z.record(z.string(), z.string()),
});

interface ResendReceiver extends Receiver {
  mood: Mood;
  sent: z.output<typeof emailSchema>[];
  /** What is still being sent under a key. */
  unfinished: Set<string>;
  keys: string[];
}

/** Resend with one key and one domain that was set up. */
export function resendReceiver({ apiKey, domain }: { apiKey: string; domain: string }): ResendReceiver {
  const known = new Map<string, { body: string; id: string }>();
  const no = (statusCode: number, name: string, message: string) =>
    Response.json({ statusCode, name, message }, { status: statusCode });
  const receiver: ResendReceiver = {
    mood: null,
    sent: [],
    unfinished: new Set(),
    keys: [],
    async answer(request) {
      if (receiver.mood !== null) return receiver.mood();
      if (request.headers.get("authorization") !== `Bearer ${apiKey}`)
        return no(403, "invalid_api_key", "API key is invalid.");
      const key = request.headers.get("idempotency-key") ?? "";
      if (key.length < 1 || key.length > 256)
        return no(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
      receiver.keys.push(key);
      const body = await request.text();
      if (receiver.unfinished.has(key))
        return no(409, "concurrent_idempotent_requests", "Same key, original request in progress");
      const before = known.get(key);
      if (before !== undefined && before.body !== body)
        return no(409, "invalid_idempotent_request", "Same key used with a different request payload");
      if (before !== undefined) return Response.json({ id: before.id });
      const read = emailSchema.safeParse(JSON.parse(body));
      if (!read.success) return no(422, "validation_error", "Invalid fields");
      if (!read.data.from.replace(/>$/, "").endsWith(`@${domain}`))
        return no(403, "validation_error", "The domain is not verified.");
      receiver.sent.push(read.data);
      const id = `00000000-0000-4000-8000-${String(receiver.sent.length).padStart(12, "0")}`;
      known.set(key, { body, id });
      return Response.json({ id });
    },
  };
  return receiver;
}
