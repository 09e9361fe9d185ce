import { describe, expect, test } from "vitest";
import { letterSubject, planAlerts, type LetterGroupFacts, type Told, type Trouble } from "./plan-alerts.ts";

const now = Date.UTC(2026, 10, 30, 3, 0);
const minute = 60_000;
const destination = { id: "dst_1", client_id: "cli_1", name: "CRM", kind: "make" };
const down: Trouble = { destination, state: "down", since: now - 5 * minute };
const gone: Trouble = { destination, state: "disabled", since: now - minute };
const group: LetterGroupFacts = {
  destination,
  cause: "refused",
  status_code: 422,
  error: "HTTP 422: no such list",
  fingerprint: "f00d",
  open: 1,
  sample_id: "dl_1",
  last_failed_at: now - 1_000,
};
const told = (subject: string, given: Partial<Told> = {}): Told => ({
  subject,
  destination,
  kind: subject.split(" ")[0] ?? "",
  since: 0,
  count: 0,
  told_at: now - 10 * minute,
  is_on: true,
  is_down: subject.startsWith("down"),
  ...given,
});
const letters = (count: number, given: Partial<Told> = {}) =>
  told(letterSubject(group), { kind: "letters", count, ...given });
type Facts = Parameters<typeof planAlerts>[0];
const planned = (given: Partial<Facts>) => planAlerts({ troubles: [], groups: [], told: [], ...given }, now);

describe("what has to be told now", () => {
  test.each<[what: string, given: Partial<Facts>, types: string[], over: string[]]>([
    ["nothing, where all is well", {}, [], []],
    ["that a destination is down", { troubles: [down] }, ["destination.down"], []],
    [
      "not yet, of one that went down half a minute ago",
      { troubles: [{ ...down, since: now - 30_000 }] },
      [],
      [],
    ],
    [
      "of one that is down for just a minute",
      { troubles: [{ ...down, since: now - minute }] },
      ["destination.down"],
      [],
    ],
    [
      "not again, while it stays down",
      { troubles: [down], told: [told("down dst_1", { since: down.since })] },
      [],
      [],
    ],
    [
      "not again, where several say that it went down, each at another time",
      { troubles: [down], told: [told("down dst_1", { since: down.since - 9 })] },
      [],
      [],
    ],
    [
      "that another is down, too",
      {
        troubles: [{ ...down, destination: { ...destination, id: "dst_2" } }, down],
        told: [told("down dst_1")],
      },
      ["destination.down"],
      [],
    ],
    [
      "that it is back",
      { told: [told("down dst_1", { since: now - 10 * minute, is_down: false })] },
      ["destination.recovered"],
      [],
    ],
    [
      "nothing of one that was switched off or deleted meanwhile",
      { told: [told("down dst_1", { is_on: false })] },
      [],
      ["down dst_1"],
    ],
    ["that one was switched off, at once", { troubles: [gone] }, ["destination.disabled"], []],
    [
      "not again, while it is off",
      { troubles: [gone], told: [told("disabled dst_1", { since: gone.since })] },
      [],
      [],
    ],
    [
      "that it was switched off again",
      { troubles: [gone], told: [told("disabled dst_1", { since: gone.since - 1 })] },
      ["destination.disabled"],
      [],
    ],
    [
      "nothing of the end of being off: a person did that",
      { told: [told("disabled dst_1", { since: gone.since })] },
      [],
      [],
    ],
    ["that leads are dead for a new cause", { groups: [group] }, ["delivery.dead_lettered"], []],
    ["nothing of a cause without open letters", { groups: [{ ...group, open: 0 }] }, [], []],
    ["not again, of a few more", { groups: [{ ...group, open: 9 }], told: [letters(1)] }, [], []],
    [
      "again, where most of those told were settled and another came",
      { groups: [{ ...group, open: 5 }], told: [letters(10)] },
      ["delivery.dead_lettered"],
      [],
    ],
    [
      "not again, where a few of those told were settled",
      { groups: [{ ...group, open: 6 }], told: [letters(10)] },
      [],
      [],
    ],
    [
      "not again, where most of those told were settled and none came since",
      { groups: [{ ...group, open: 5, last_failed_at: now - 20 * minute }], told: [letters(10)] },
      [],
      [],
    ],
    [
      "nothing of one that is still down, though too many others are for it to be looked at",
      { troubles: [], told: [told("down dst_1", { since: now - 10 * minute })] },
      [],
      [],
    ],
    [
      "again, of ten times as many",
      { groups: [{ ...group, open: 10 }], told: [letters(1)] },
      ["delivery.dead_lettered"],
      [],
    ],
    [
      "again after a day, where there are new ones",
      { groups: [group], told: [letters(5, { told_at: now - 24 * 60 * minute })] },
      ["delivery.dead_lettered"],
      [],
    ],
    [
      "not after a day, where there is none since",
      {
        groups: [{ ...group, last_failed_at: now - 25 * 60 * minute }],
        told: [letters(1, { told_at: now - 24 * 60 * minute })],
      },
      [],
      [],
    ],
    [
      "of another answer apart",
      { groups: [{ ...group, status_code: 401 }], told: [letters(1)] },
      ["delivery.dead_lettered"],
      [],
    ],
  ])("%s", (_what, given, types, over) => {
    const plan = planned(given);
    expect(plan.alerts.map(({ alert }) => alert.type)).toEqual(types);
    expect(plan.over).toEqual(over);
  });

  test("is the same under the same id, whoever plans it and when", () => {
    const facts = { troubles: [down, gone], groups: [group], told: [] };
    const [first, later] = [planAlerts(facts, now), planAlerts(facts, now + 5_000)];
    expect(later.alerts.map(({ id }) => id)).toEqual(first.alerts.map(({ id }) => id));
    expect(new Set(first.alerts.map(({ id }) => id)).size).toBe(3);
  });

  test("is remembered, so that it is told once; the end of an outage is forgotten", () => {
    const all = planned({ troubles: [down, gone], groups: [group] });
    const remembered = all.alerts.flatMap(({ remember }) => (remember === null ? [] : [remember]));
    expect(planned({ troubles: [down, gone], groups: [group], told: remembered }).alerts).toEqual([]);
    const [end] = planned({
      told: remembered.filter(({ kind }) => kind === "down").map((one) => ({ ...one, is_down: false })),
    }).alerts;
    expect(end).toMatchObject({
      remember: null,
      subject: "down dst_1",
      alert: { type: "destination.recovered", happened_at: now },
    });
  });

  test("an outage that comes again has another id", () => {
    const again = { ...down, since: down.since + 3 * minute };
    const [first, second] = [planned({ troubles: [down] }), planned({ troubles: [again] })];
    expect(first.alerts[0]?.id).not.toBe(second.alerts[0]?.id);
  });
});

describe("an alert", () => {
  const alertOf = (given: Partial<Facts>) => planned(given).alerts[0]?.alert;

  test("says who, since when, why and what to type next", () => {
    expect(alertOf({ troubles: [down] })).toEqual({
      v: 1,
      type: "destination.down",
      happened_at: down.since,
      client_id: "cli_1",
      destination: { id: "dst_1", name: "CRM", kind: "make" },
      summary: expect.stringContaining("CRM takes nothing since") as string,
      what_next: expect.stringContaining("leadrelay destination test dst_1") as string,
      dead_letters: null,
    });
    expect(
      alertOf({ told: [told("down dst_1", { since: now - 90 * minute, is_down: false })] })?.summary,
    ).toContain("after");
    expect(alertOf({ troubles: [gone] })?.what_next).toContain(
      "leadrelay destination change dst_1 --address",
    );
  });

  test("of dead letters says how many, for what cause, with one of them", () => {
    const alert = alertOf({ groups: [{ ...group, open: 12 }] });
    expect(alert?.summary).toContain("12 leads did not reach CRM.");
    expect(alert?.what_next).toContain("leadrelay queue replay --fingerprint f00d");
    expect(alert?.what_next).toContain("leadrelay dlq show dl_1");
    expect(alert?.dead_letters).toEqual({
      cause: "refused",
      status_code: 422,
      error: "HTTP 422: no such list",
      fingerprint: "f00d",
      open: 12,
      sample_id: "dl_1",
    });
    expect(alertOf({ groups: [group] })?.what_next).toContain("leadrelay dlq replay dl_1");
  });

  test("is never long, whatever a destination is called or a receiver says", () => {
    const long = { ...destination, name: "😀".repeat(100) };
    for (const alert of [
      alertOf({ troubles: [{ ...down, destination: long }] }),
      alertOf({ groups: [{ ...group, destination: long, error: "e".repeat(5_000), cause: "x".repeat(40) }] }),
    ]) {
      expect(alert?.summary.length).toBeLessThanOrEqual(500);
      expect(alert?.what_next.length).toBeLessThanOrEqual(500);
      expect(alert?.summary.isWellFormed()).toBe(true);
      expect(alert?.dead_letters?.error?.length ?? 0).toBeLessThanOrEqual(300);
    }
  });
});
