import type { OutgoingDelivery, OutgoingRequest, SentDelivery, StepContext } from "../adapter.ts";
import { jsonRequest } from "../json-request.ts";
import { telegramText } from "./telegram-text.ts";
import type { TelegramSettings } from "./settings.ts";

/** One message, without a preview of what a stranger linked to. */
export const sentBody = (
  { chat_id, topic_id }: TelegramSettings,
  delivery: SentDelivery,
): Record<string, unknown> => ({
  chat_id,
  ...(typeof topic_id === "number" ? { message_thread_id: topic_id } : {}),
  ...telegramText(delivery),
  link_preview_options: { is_disabled: true },
});

/** To the chat of the settings, or the one that Telegram made of it. */
export const buildRequest = (
  settings: TelegramSettings,
  delivery: OutgoingDelivery,
  { kept }: Pick<StepContext, "kept">,
): OutgoingRequest =>
  jsonRequest(
    `https://api.telegram.org/bot${settings.bot_token}/sendMessage`,
    sentBody({ ...settings, chat_id: kept["chat_id"] ?? settings.chat_id }, delivery),
  );
