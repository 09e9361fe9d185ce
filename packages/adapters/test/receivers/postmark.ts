import * as z from "zod/mini";
import type { Mood } from "./mood.ts";
import type { Receiver } from "./receiver.ts";

const emailSchema = z.object({
  From: z.string(),
  To: z.string().check(z.minLength(3)),
  Subject: z.string().check(z.maxLength(2_000), z.regex(/^[^\r\n]*$/)),
  TextBody: z.string(),
  HtmlBody: z.optional(z.string()),
  ReplyTo: z.optional(z.email()),
  Headers: z.array(z.object({ Name: z.string(), Value: z.string() })),
  MessageStream: z.optional(z.string()),
});

interface PostmarkReceiver extends Receiver {
  mood: Mood;
  /** Addresses that bounced. */
  inactive: Set<string>;
  sent: z.output<typeof emailSchema>[];
}

/** Postmark with one server and one confirmed domain. */
export function postmarkReceiver({ token, domain }: { token: string; domain: string }): PostmarkReceiver {
  const no = (status: number, ErrorCode: number, Message: string) =>
    Response.json({ ErrorCode, Message }, { status });
  const receiver: PostmarkReceiver = {
    mood: null,
    inactive: new Set(),
    sent: [],
    async answer(request) {
      if (receiver.mood !== null) return receiver.mood();
      if (request.headers.get("x-postmark-server-token") !== token)
        return no(401, 10, "The Server Token you provided in the request was invalid.");
      const read = emailSchema.safeParse(await request.json());
      if (!read.success) return no(422, 300, "Invalid email request");
      const { From, To } = read.data;
      if (!From.replace(/>$/, "").endsWith(`@${domain}`)) return no(422, 400, "Sender signature not found");
      const reachable = To.split(", ").filter((address) => !receiver.inactive.has(address));
      if (reachable.length === 0) return no(422, 406, "You tried to send to inactive recipients.");
      receiver.sent.push(read.data);
      const MessageID = `0a129aee-e1cd-480d-b08d-${String(receiver.sent.length).padStart(12, "0")}`;
      return Response.json({ ErrorCode: 0, Message: "OK", MessageID, To });
    },
  };
  return receiver;
}
