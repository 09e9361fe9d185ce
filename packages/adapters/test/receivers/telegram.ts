import * as z from "zod/mini";
import type { Mood } from "./mood.ts";
import type { Receiver } from "./receiver.ts";

const entitySchema = z.object({ type: z.enum(["bold", "code"]), offset: z.int(), length: z.int() });
const messageSchema = z.object({
  chat_id: z.string(),
  message_thread_id: z.optional(z.int()),
  text: z.string().check(z.minLength(1), z.maxLength(4_096)),
  entities: z.array(entitySchema).check(z.maxLength(100)),
  parse_mode: z.optional(z.undefined()),
});

interface TelegramReceiver extends Receiver {
  mood: Mood;
  /** A chat that became another, by its old id. */
  moved: Map<string, number>;
  /** Those that blocked the bot, or threw it out. */
  blockedBy: Set<string>;
  messages: { chat: string; text: string; codes: string[] }[];
  /** The chats of all requests that named one. */
  asked: string[];
}

/** Telegram with one bot that is in one chat. */
export function telegramReceiver({ token, chat }: { token: string; chat: string }): TelegramReceiver {
  const no = (error_code: number, description: string, parameters?: object) =>
    Response.json({ ok: false, error_code, description, parameters }, { status: error_code });
  const receiver: TelegramReceiver = {
    mood: null,
    moved: new Map(),
    blockedBy: new Set(),
    messages: [],
    asked: [],
    async answer(request) {
      if (receiver.mood !== null) return receiver.mood();
      if (new URL(request.url).pathname !== `/bot${token}/sendMessage`) return no(401, "Unauthorized");
      const read = messageSchema.safeParse(await request.json());
      if (!read.success) return no(400, "Bad Request: message text is empty or too long");
      const { chat_id, text, entities } = read.data;
      receiver.asked.push(chat_id);
      const moved = receiver.moved.get(chat_id);
      if (moved !== undefined)
        return no(400, "Bad Request: group chat was upgraded to a supergroup chat", {
          migrate_to_chat_id: moved,
        });
      if (receiver.blockedBy.has(chat_id)) return no(403, "Forbidden: bot was kicked from the group chat");
      if (chat_id !== chat && ![...receiver.moved.values()].some((id) => String(id) === chat_id))
        return no(400, "Bad Request: chat not found");
      const parts = entities.map(({ type, offset, length }) => ({
        type,
        part: text.slice(offset, offset + length),
      }));
      if (parts.some(({ part }) => part === "" || !part.isWellFormed()))
        return no(400, "Bad Request: entity beginning is out of text");
      const codes = parts.filter(({ type }) => type === "code").map(({ part }) => part);
      receiver.messages.push({ chat: chat_id, text, codes });
      return Response.json({ ok: true, result: { message_id: receiver.messages.length } });
    },
  };
  return receiver;
}
