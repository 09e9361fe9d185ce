import * as z from "zod/mini";
import { defineSettings } from "../settings/define-settings.ts";
import { number, optional, secret, text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const token = secret({
  label: "Bot token",
  help: "what @BotFather showed when the bot was made, a number, a colon and some 35 signs",
  example: "123456789:AAExampleExampleExampleExampleExample",
});
const chat = text({
  label: "Chat",
  help: "the number of the group, channel or person that the bot writes to, with its minus sign where it has one, or a public channel's @name",
  example: "-1001234567890",
  most: 64,
});

const fields = {
  // It stands in the path of an address.
  bot_token: {
    ...token,
    schema: token.schema.check(
      z.regex(/^\d{1,20}:[\w-]{20,100}$/, "should be a bot's token as @BotFather shows it, 123456789:AA…"),
    ),
  },
  chat_id: {
    ...chat,
    schema: chat.schema.check(
      z.regex(/^(-?\d{1,20}|@\w{4,64})$/, "should be a chat's number, such as -1001234567890, or @name"),
    ),
  },
  topic_id: optional(
    number({
      label: "Topic",
      help: "of a group with topics, the number of the one to write in",
      example: 12,
      least: 1,
      most: 2_147_483_647,
    }),
  ),
};

export type TelegramSettings = SettingsOf<typeof fields>;

/** A Telegram bot and where it writes (core.telegram.org/bots/api). */
export const telegramSettings = defineSettings("telegram", fields);
