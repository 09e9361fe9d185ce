import { describe, expect, it } from "vitest";
import { chooseStep } from "./choose-step.ts";
import type { Judged } from "./judge-candidate.ts";

type Candidate = Judged<{ destination_id: string | null }>;
/** `a b` are sends to those destinations, `m` a message, `-` a skip to a, `?` a send to nobody known. */
const list = (text: string): Candidate[] =>
  text.split("").map((letter) => ({
    candidate: { destination_id: letter === "m" || letter === "?" ? null : letter === "-" ? "a" : letter },
    verdict:
      letter === "m"
        ? { kind: "enqueue" }
        : letter === "-"
          ? { kind: "skip", reason: "delivered" }
          : { kind: "send" },
  }));

describe("a step of a replay", () => {
  it.each([
    ["takes all there is room for", "abab", { a: 2, b: 2 }, 0, 4],
    ["stops before the send that has no room", "aab", { a: 1, b: 1 }, 0, 1],
    ["stops there, though others behind it had room", "abaabb", { a: 2, b: 9 }, 0, 3],
    ["gives each destination its own room", "aaabb", { a: 3, b: 1 }, 0, 4],
    ["stops before the message that is too many", "mmm", {}, 2, 2],
    ["counts messages and sends apart", "amam", { a: 2 }, 2, 4],
    ["passes what is skipped at no cost", "a---a", { a: 1 }, 0, 4],
    ["takes what is skipped at the end too", "a--", { a: 1 }, 0, 3],
    ["passes a send to a destination that nobody knows", "??a", { a: 1 }, 0, 3],
    ["takes nothing of nothing", "", {}, 5, 0],
  ])("%s", (_, text, room: Record<string, number>, most, taken) => {
    const all = list(text);
    expect(chooseStep(all, (id) => room[id] ?? 1, most)).toEqual(all.slice(0, taken));
  });
});
