import { expect, it } from "vitest";
import { withoutCommands } from "./without-commands.ts";

it.each([
  ["nothing", "", ""],
  ["words without any", "It took 8 of 10 a day.", "It took 8 of 10 a day."],
  [
    "a command in brackets",
    "2 deliveries wait for a try (`leadrelay delivery list --status pending`).",
    "2 deliveries wait for a try.",
  ],
  [
    "a command at the end",
    "It is disabled (somebody switched it off): switch it on, `leadrelay destination enable dst_1`.",
    "It is disabled (somebody switched it off): switch it on.",
  ],
  [
    "a sentence of nothing else",
    "It is full until 18:00. `leadrelay destination test dst_1` shows what it answers now.",
    "It is full until 18:00.",
  ],
  [
    "a sentence that names a command behind a colon",
    "Mend what it complains of. Whose they are: `leadrelay dlq list`.",
    "Mend what it complains of.",
  ],
  ["other code", "It says `test_lead` yes. Look there.", "It says `test_lead` yes. Look there."],
])("%s", (_what, text, words) => {
  expect(withoutCommands(text)).toBe(words);
});
