import { expect, it } from "vitest";
import { ask, askWhoMay } from "./ask-who-may.ts";

/** May read, and no more. */
const whoMay = (command: string) =>
  /^(destination|queue replay|dlq replay)/.test(command)
    ? "an owner or admin"
    : command.startsWith("agency")
      ? "an owner"
      : null;

it.each<[what: string, text: string, told: string]>([
  ["no command", "Mend the receiver. Then wait.", "Mend the receiver. Then wait."],
  ["a command that is the reader's", "Why: `leadrelay dlq causes`.", "Why: `leadrelay dlq causes`."],
  [
    "one that is not",
    "It is off: `leadrelay destination enable d`.",
    "Ask an owner or admin: It is off: `leadrelay destination enable d`.",
  ],
  [
    "one in the second sentence",
    "It takes no tests (its setting takes_test). `leadrelay destination change d --tests on` sends the next ones.",
    "It takes no tests (its setting takes_test). Ask an owner or admin: `leadrelay destination change d --tests on` sends the next ones.",
  ],
  [
    "two in a row: whom to ask is told once",
    "Mend it: `leadrelay destination change d`. Then `leadrelay queue replay`. Look: `leadrelay dlq list`.",
    "Ask an owner or admin: Mend it: `leadrelay destination change d`. Then `leadrelay queue replay`. Look: `leadrelay dlq list`.",
  ],
  [
    "two with a sentence between",
    "Do `leadrelay dlq replay x`. It takes a minute. Do `leadrelay queue replay`.",
    "Ask an owner or admin: Do `leadrelay dlq replay x`. It takes a minute. Ask an owner or admin: Do `leadrelay queue replay`.",
  ],
  [
    "another person's",
    "Do `leadrelay dlq replay x`. Or `leadrelay agency show a`.",
    "Ask an owner or admin: Do `leadrelay dlq replay x`. Ask an owner: Or `leadrelay agency show a`.",
  ],
  [
    "one of the reader's beside one that is not",
    "`leadrelay dlq list` tells whose; `leadrelay dlq replay x` sends.",
    "Ask an owner or admin: `leadrelay dlq list` tells whose; `leadrelay dlq replay x` sends.",
  ],
  [
    "what asks already",
    "Ask an owner: Read it. Then `leadrelay dlq replay x`.",
    "Ask an owner: Read it. Then `leadrelay dlq replay x`.",
  ],
  [
    "a stop within a command ends no sentence",
    "`leadrelay destination change d. X` it.",
    "Ask an owner or admin: `leadrelay destination change d. X` it.",
  ],
])("%s", (_what, text, told) => expect(askWhoMay(text, whoMay)).toBe(told));

it.each([
  ["what asks already stays", "Ask an owner: Enable it.", "Ask an owner: Enable it."],
  ["nothing to do stays nothing", "", ""],
  ["the rest names whom to ask", "Enable it.", "Ask an owner: Enable it."],
])("%s", (_what, text, told) => expect(ask("an owner", text)).toBe(told));
