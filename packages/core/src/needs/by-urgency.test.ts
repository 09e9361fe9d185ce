import { describe, expect, it } from "vitest";
import { byUrgency } from "./by-urgency.ts";
import type { Need } from "./need.ts";

type Ranked = Pick<Need, "kind" | "severity" | "count" | "since">;
const need = (given: Partial<Ranked> = {}): Ranked => ({
  kind: "dead_letters",
  severity: "warning",
  count: 1,
  since: 100,
  ...given,
});

describe("what comes first", () => {
  it.each<[what: string, first: Partial<Ranked>, second: Partial<Ranked>]>([
    [
      "a problem before a warning, whatever its kind",
      { severity: "problem", kind: "database_sizes" },
      { severity: "warning", kind: "journal", count: 99 },
    ],
    ["a warning before a notice", { severity: "warning" }, { severity: "notice", count: 99 }],
    [
      "a database that is away before all that is sent",
      { kind: "databases" },
      { kind: "form_refuses", count: 9 },
    ],
    [
      "people who are turned away, who do not come back, before leads that wait",
      { kind: "form_refuses" },
      { kind: "destination_off", count: 50 },
    ],
    ["a rejected key before a receiver that is down", { kind: "key_rejected" }, { kind: "destination_down" }],
    ["dead letters before leads that nobody takes", { kind: "dead_letters" }, { kind: "sent_to_nobody" }],
    ["of one kind what concerns more leads", { count: 7, since: 200 }, { count: 6, since: 100 }],
    ["of as many what lasts longer", { since: 99 }, { since: 100 }],
    ["what is known to last before what is not", { since: 100 }, { since: null }],
  ])("is %s", (_what, first, second) => {
    expect(byUrgency(need(first), need(second))).toBeLessThan(0);
    expect(byUrgency(need(second), need(first))).toBeGreaterThan(0);
  });

  it("is neither of two that are alike", () => {
    expect(byUrgency(need({ since: null }), need({ since: null }))).toBe(0);
  });
});
