import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { expect, it } from "vitest";
import { answeringD1 } from "../../test/answering-d1.ts";
import { newDestination, stillDependencies } from "../../test/claimed-delivery.ts";
import { judgeClaims } from "./judge-claims.ts";

/** A Monday, eight in the evening in India. */
const now = Date.parse("2026-11-30T20:00+05:30");
const cap = (leads: number, source: string | null = null): Cap => ({ per: "total", leads, source });
const limits = (given: Partial<DestinationLimits> = {}): DestinationLimits => ({
  time_zone: "Asia/Kolkata",
  week_starts: "monday",
  caps: [],
  hours: null,
  holidays: [],
  ...given,
});
const closed = limits({ hours: { monday: ["09:00-18:00"] } });

interface Case {
  limits: DestinationLimits | null;
  /** What was taken before, by subject. */
  counted?: Record<string, number>;
  /** Leads that are due, the oldest first: their forms. */
  due: (string | { notice: string })[];
  send: string[];
  hold?: [form: string, source: string | null][];
  wait?: string[];
  calls?: number;
}

it.each<[what: string, Case]>([
  [
    "without limits all are sent, and nothing is asked",
    { limits: null, due: ["a", "b"], send: ["a", "b"], calls: 0 },
  ],
  ["open and without caps all are sent", { limits: limits(), due: ["a", "b"], send: ["a", "b"] }],
  [
    "closed all are held",
    {
      limits: closed,
      due: ["a", "b"],
      send: [],
      hold: [
        ["a", null],
        ["b", null],
      ],
    },
  ],
  [
    "with room for all they are sent",
    { limits: limits({ caps: [cap(2)] }), due: ["a", "b"], send: ["a", "b"] },
  ],
  [
    "with room for one the oldest is sent, the next wait for it",
    { limits: limits({ caps: [cap(1)] }), due: ["a", "b", "c"], send: ["a"], wait: ["b", "c"] },
  ],
  [
    "with what was taken before there is less room",
    {
      limits: limits({ caps: [cap(3)] }),
      counted: { "cap:dst": 2 },
      due: ["a", "b"],
      send: ["a"],
      wait: ["b"],
    },
  ],
  [
    "full all are held",
    {
      limits: limits({ caps: [cap(2)] }),
      counted: { "cap:dst": 2 },
      due: ["a"],
      send: [],
      hold: [["a", null]],
    },
  ],
  [
    "a source that is full is held alone",
    {
      limits: limits({ caps: [cap(1, "a")] }),
      counted: { "cap:dst:a": 1 },
      due: ["a", "b"],
      send: ["b"],
      hold: [["a", "a"]],
    },
  ],
  [
    "a source takes no more beside the others of the claim than it has room for",
    {
      limits: limits({ caps: [cap(1, "a"), cap(9)] }),
      due: ["a", "a2", "a", "b"],
      send: ["a", "a2", "b"],
      wait: ["a"],
    },
  ],
  [
    "those at their turn are not kept back by what is held behind them",
    { limits: limits({ caps: [cap(5)] }), counted: { "held:dst": 1 }, due: ["a"], send: ["a"] },
  ],
  [
    "a notice is sent though it is closed",
    { limits: closed, due: [{ notice: "n" }, "a"], send: ["n"], hold: [["a", null]] },
  ],
  [
    "a notice takes no room",
    { limits: limits({ caps: [cap(1)] }), due: [{ notice: "n" }, "a", "b"], send: ["n", "a"], wait: ["b"] },
  ],
])(
  "at a destination %s",
  async (_what, { limits: own, counted = {}, due, send, hold = [], wait = [], calls = 1 }) => {
    const destination = await newDestination({ id: "dst", limits: own });
    const keys = due.map((_, index) => ({ lead_id: index, event_id: "e", destination_id: "dst" }));
    const formOf = (index: number) => {
      const one = due[index] ?? "";
      return typeof one === "string" ? one : one.notice;
    };
    const { d1, asked } = answeringD1([
      Object.entries(counted).map(([subject, count]) => ({ subject, period: "all", count })),
      keys.map((key, index) => ({
        ...key,
        created_at: index,
        form_id: formOf(index),
        is_notice: typeof due[index] === "string" ? null : 1,
        event_json: null,
      })),
    ]);
    const judged = await judgeClaims(
      keys,
      new Map([["dst", destination]]),
      stillDependencies({ lead: d1, now: () => now }),
    );
    const forms = (chosen: readonly { lead_id: number }[]) => chosen.map(({ lead_id }) => formOf(lead_id));
    expect(forms(judged.send)).toEqual(send);
    expect(judged.hold.map(({ lead_id, held_source }) => [formOf(lead_id), held_source])).toEqual(hold);
    expect(forms(judged.wait)).toEqual(wait);
    expect(judged.marks).toEqual(
      hold.map(([, source]) => ({
        client_id: "cli",
        subject: source === null ? "held:dst" : `held:dst:${source}`,
        period: "all",
        count: 1,
        ends_at: null,
      })),
    );
    expect(asked.calls).toBe(calls);
  },
);

it("one that is not there any more, or of a destination nobody knows, is neither sent nor held", async () => {
  const destination = await newDestination({ id: "dst", limits: limits() });
  const gone = { lead_id: 1, event_id: "e", destination_id: "dst" };
  const { d1 } = answeringD1([[], [{ lead_id: 9, event_id: "e", destination_id: "other", created_at: 1 }]]);
  const judged = await judgeClaims(
    [gone],
    new Map([["dst", destination]]),
    stillDependencies({ lead: d1, now: () => now }),
  );
  expect(judged).toEqual({ send: [], hold: [], marks: [], wait: [] });
});
