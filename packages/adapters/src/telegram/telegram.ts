import type { Adapter, Kept } from "../adapter.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { classify, classifyFirst } from "./classify.ts";
import { telegramSettings, type TelegramSettings } from "./settings.ts";

const hasMoved = (kept: Kept) => kept["chat_id"] !== undefined;

/** Messages of a Telegram bot. A message cannot be told from its repetition there, except by the delivery's id beneath it. */
export const telegram: Adapter<TelegramSettings> = {
  ...telegramSettings,
  kind: "telegram",
  title: "Telegram",
  guide: [
    "In Telegram write /newbot to @BotFather, answer its questions, and copy the token; it is as good as a password.",
    "Add the bot to the group or channel; in a channel it has to be an administrator, and a person has to write to it first.",
    'Write something there, open `https://api.telegram.org/bot<token>/getUpdates` in a browser, and copy the number behind `"chat":{"id":`.',
  ],
  // A message a second in a chat; a group takes twenty a minute, and says when it takes the next.
  perSecond: 1,
  confirmedBy: ["id"],
  sentWithoutStorage: false,
  takesNotices: true,
  fixedHosts: ["api.telegram.org"],
  showsMessage: true,
  sentBody,
  steps: [
    { name: "send", isNeeded: (kept) => !hasMoved(kept), buildRequest, classify: classifyFirst },
    { name: "moved", isNeeded: hasMoved, buildRequest, classify },
  ],
};
