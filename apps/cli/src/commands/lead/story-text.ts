import { STATUS_CODES } from "node:http";
import type { components } from "@leadrelay/client/schema.gen";
import { hang } from "../../output/hang.ts";
import { clockTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import type { Outside } from "../../outside/outside.ts";

type Step = components["schemas"]["Step"];

/** What happened, a line a step, with what others said about it below. @param steps in order of time */
export const storyText = (steps: readonly Step[], clock: Pick<Outside, "timeZone">, paint: Paint): string =>
  steps
    .map((step) => {
      const at = `${paint("dim", clockTime(step.at, clock))}  `;
      return `${hang(at, step.what, paint)}\n${said(step, paint)}`;
    })
    .join("");

const indent = " ".repeat("2026-11-21 14:03:07  ".length);

const said = ({ what, error, note }: Step, paint: Paint) => {
  const answered =
    error === null || saysNoMore(error, what) ? [] : [paint("red", hang(indent, error, paint))];
  const noted = note === null ? [] : [hang(indent, note, paint)];
  return [...answered, ...noted].map((text) => `${text}\n`).join("");
};

/** An error that is a status the step names, and the words every server has for it. */
function saysNoMore(error: string, what: string): boolean {
  const [, status = "", words = ""] = /^HTTP (\d{3})(?:: (.*))?$/s.exec(error) ?? [];
  if (status === "" || !what.includes(`HTTP ${status}`)) return false;
  return words === "" || words.toLowerCase() === STATUS_CODES[status]?.toLowerCase();
}
