import * as z from "zod/mini";
import type { Mood } from "./mood.ts";
import type { Receiver } from "./receiver.ts";

const messageSchema = z.object({
  content: z.string().check(z.minLength(1), z.maxLength(2_000)),
  allowed_mentions: z.object({ parse: z.array(z.string()) }),
  flags: z.optional(z.number()),
});

interface DiscordReceiver extends Receiver {
  mood: Mood;
  /** As its people see them; what Discord would make a mention, a link or a format of is shown as `[!]`. */
  messages: string[];
}

/** A server with one webhook, and what its channel shows. */
export function discordReceiver({ id, token }: { id: string; token: string }): DiscordReceiver {
  const say = (status: number, body: object) => Response.json(body, { status });
  const receiver: DiscordReceiver = {
    mood: null,
    messages: [],
    async answer(request) {
      if (receiver.mood !== null) return receiver.mood();
      const { pathname, searchParams } = new URL(request.url);
      const [, , , givenId, givenToken] = pathname.split("/");
      if (givenId !== id) return say(404, { message: "Unknown Webhook", code: 10015 });
      if (givenToken !== token) return say(401, { message: "Invalid Webhook Token", code: 50027 });
      if (searchParams.get("thread_id") === "closed")
        return say(404, { message: "Unknown Channel", code: 10003 });
      const read = messageSchema.safeParse(await request.json());
      if (!read.success) return say(400, { message: "Invalid Form Body", code: 50035, errors: {} });
      receiver.messages.push(shown(read.data.content));
      if (searchParams.get("wait") !== "true") return new Response(null, { status: 204 });
      return say(200, { id: String(1_000 + receiver.messages.length), content: read.data.content });
    },
  };
  return receiver;
}

const shown = (content: string): string =>
  content
    .replaceAll(/^-# /gm, "")
    .replaceAll(/^\*\*((?:\\.|[^*\\])*)\*\*/gm, "$1")
    .replaceAll(
      /\\([^0-9A-Za-z\s])|https?:\/\/\S+|[`*_~|<>[\]]|@(?:everyone|here)/g,
      (_all, plain: string | undefined) => plain ?? "[!]",
    );
