import * as z from "zod/mini";
import type { Mood } from "./mood.ts";
import type { Receiver } from "./receiver.ts";

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const plainText = (most: number) => z.object({ type: z.literal("plain_text"), text: text(most) });
const blockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("header"), text: plainText(150) }),
  z.object({ type: z.literal("section"), text: plainText(3_000) }),
  z.object({ type: z.literal("context"), elements: z.array(plainText(3_000)).check(z.maxLength(10)) }),
]);
const messageSchema = z.object({
  text: z.optional(z.string()),
  blocks: z.array(blockSchema).check(z.maxLength(50)),
});

interface SlackReceiver extends Receiver {
  mood: Mood;
  /** As its people see them: every text of a message, a line each. */
  messages: string[];
}

/** A workspace with one incoming webhook, and what its channel shows. */
export function slackReceiver(path: string): SlackReceiver {
  const say = (status: number, word: string) => new Response(word, { status });
  const receiver: SlackReceiver = {
    mood: null,
    messages: [],
    async answer(request) {
      if (receiver.mood !== null) return receiver.mood();
      if (new URL(request.url).pathname !== `/services/${path}`) return say(404, "no_service");
      if (request.method !== "POST") return say(405, "method_not_allowed");
      const read = messageSchema.safeParse(await request.json());
      if (!read.success) return say(400, "invalid_payload");
      if (read.data.text === undefined) return say(400, "no_text");
      const texts = [read.data.text, ...read.data.blocks.flatMap(textsOf)];
      receiver.messages.push(texts.map(shown).join("\n"));
      return say(200, "ok");
    },
  };
  return receiver;
}

const textsOf = (block: z.output<typeof blockSchema>): string[] =>
  block.type === "context" ? block.elements.map((one) => one.text) : [block.text.text];

/** Whatever stands in angle brackets is a mention or a link: shown as `[!]`, for tests to find. */
const shown = (written: string) =>
  written
    .replaceAll(/<[^>]*>/g, "[!]")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
