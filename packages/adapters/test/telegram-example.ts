import type { AdapterExample } from "./adapter-example.ts";

const token = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456";

/** A bot that writes in a topic of a group, which moves once. */
export const telegramExample: AdapterExample = {
  settings: { bot_token: token, chat_id: "-1002233445566", topic_id: 12 },
  secrets: [token],
  wrong: [
    [{ bot_token: `bot${token}`, chat_id: "-1002233445566" }, "bot_token"],
    [{ bot_token: `${token}/getUpdates`, chat_id: "-1002233445566" }, "bot_token"],
    [{ bot_token: token }, "chat_id"],
    [{ bot_token: token, chat_id: "the team" }, "chat_id"],
    [{ bot_token: token, chat_id: "-1002233445566", topic_id: 0 }, "topic_id"],
  ],
  takenBody: '{"ok":true,"result":{"message_id":4711,"chat":{"id":-1001234567890}}}',
  taken: { outcome: "delivered", receiverId: "4711" },
  kept: { chat_id: "-1009876543210" },
  mostBodyBytes: 20_000,
};
