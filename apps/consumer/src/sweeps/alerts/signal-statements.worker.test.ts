import type { SignalType } from "@leadrelay/contracts/event-type";
import type { Notice } from "@leadrelay/contracts/notice";
import type { Signal } from "@leadrelay/contracts/signal";
import { planNotices } from "@leadrelay/core/notices/plan-notices";
import { insertNotices } from "@leadrelay/db/notices/insert-notices";
import { lastSentOfLead } from "@leadrelay/db/notices/last-sent-of-lead";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { countedAtMost } from "@leadrelay/db/sign-in/count-attempt";
import { dueSignals } from "@leadrelay/db/signals/due-signals";
import { raiseSignals } from "@leadrelay/db/signals/raise-signals";
import { forgetSignals, settleSignals } from "@leadrelay/db/signals/settle-signals";
import type { SignalsTable } from "@leadrelay/db/tables/signals-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopeOf } from "../../../test/counters.ts";
import { placeRow } from "../../../test/place-row.ts";
import { rows } from "../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM signals").run());

const newId = () => crypto.randomUUID();
const signal = (
  type: SignalType,
  given: Partial<Pick<Signal, "destination_id" | "subject" | "count">> = {},
): Signal => {
  const common = { client_id: "cli", destination_id: "dst", subject: "", count: 1, sample: null };
  return { ...common, type, raised_at: 10, part: { what: "now" } as never, ...given };
};
const place = (given: Partial<SignalsTable> = {}) =>
  placeRow("signals", {
    destination_id: "dst",
    type: "delivery.failing",
    subject: "",
    client_id: "cli",
    count: 1,
    detail_json: '{"part":"before","sample":null}',
    raised_at: 1,
    due_at: 1,
    told_at: null,
    ...given,
  });
const signalsNow = () => rows<SignalsTable>("SELECT * FROM signals ORDER BY destination_id, type, subject");

describe("a signal that is raised again", () => {
  it.each<
    [
      what: string,
      type: SignalType,
      before: number,
      after: { count: number; raised_at: number; says: string },
    ]
  >([
    ["adds up of a step", "workflow.step_run", 1, { count: 3, raised_at: 1, says: "before" }],
    [
      "adds up of what is not confirmed",
      "delivery.unconfirmed",
      1,
      { count: 3, raised_at: 1, says: "before" },
    ],
    ["stays the first of what fails", "delivery.failing", 1, { count: 1, raised_at: 1, says: "before" }],
    ["stays the first of what is suspect", "delivery.suspect", 1, { count: 1, raised_at: 1, says: "before" }],
    ["stays the first of a cap", "destination.capped", 1, { count: 1, raised_at: 1, says: "before" }],
    ["is the last of what works again", "delivery.recovered", 1, { count: 3, raised_at: 10, says: "before" }],
    ["is the first since it was told", "delivery.failing", 0, { count: 2, raised_at: 10, says: "now" }],
    [
      "is the first of a step since it was told",
      "workflow.step_run",
      0,
      { count: 2, raised_at: 10, says: "now" },
    ],
  ])("%s", async (_what, type, count, after) => {
    await place({ type, count });
    await runBatch(env.DB, raiseSignals(pipelineScope, [signal(type, { count: 2 })]));
    const [found, ...more] = await signalsNow();
    expect(more).toEqual([]);
    const says = (JSON.parse(found?.detail_json ?? "{}") as { part: unknown }).part;
    expect({
      count: found?.count,
      raised_at: found?.raised_at,
      says: says === "before" ? "before" : "now",
    }).toEqual(after);
    expect(found?.due_at).toBe(1);
  });

  it("is another of another destination, type or subject", async () => {
    await place();
    const others = [
      signal("delivery.failing", { destination_id: "other" }),
      signal("delivery.suspect"),
      signal("delivery.failing", { subject: "x" }),
    ];
    await runBatch(env.DB, raiseSignals(pipelineScope, others));
    expect((await signalsNow()).map(({ due_at }) => due_at).toSorted((a, b) => a - b)).toEqual([
      1, 10, 10, 10,
    ]);
  });
});

describe("signals that are due", () => {
  const due = (nowMs: number) => runOne(env.DB, dueSignals(pipelineScope, nowMs));

  it("are those whose time has come, who waits longest first", async () => {
    await place({ destination_id: "b", due_at: 4 });
    await place({ destination_id: "a", due_at: 5 });
    await place({ destination_id: "c", due_at: 3 });
    await place({ destination_id: "d", due_at: 6 });
    expect((await due(5)).map(({ destination_id }) => destination_id)).toEqual(["c", "b", "a"]);
  });

  it.each<[what: string, given: Partial<SignalsTable>, isFound: boolean]>([
    ["that it failed", {}, true],
    ["that another failed", { destination_id: "other" }, false],
    ["something else of it", { type: "delivery.suspect" }, false],
    ["that it failed, of another kind", { subject: "x" }, false],
  ])("and say that it works again come with %s as that says", async (_what, given, isFound) => {
    await place({ count: 7, told_at: 3, due_at: 99, ...given });
    await place({ type: "delivery.recovered" });
    const [recovered] = await due(5);
    expect(recovered?.failing).toEqual(isFound ? { count: 7, raised_at: 1, told_at: 3 } : null);
  });

  it("and say something else come without it", async () => {
    await place({ due_at: 99 });
    await place({ type: "delivery.suspect" });
    expect((await due(5)).map(({ failing }) => failing)).toEqual([null]);
  });

  it("come with their own lead, of their own client", async () => {
    const event = (id: string, client_id: string, first_name: string) =>
      placeRow("events", {
        lead_id: 88,
        id,
        client_id,
        type: "lead.created",
        submission_public_id: "s",
        payload_json: JSON.stringify({ first_name }),
        created_at: 1,
      });
    await event("a", "cli", "Other");
    await event("b", "cli", "Asha");
    await event("c", "elsewhere", "Nobody");
    const sample = (event_id: string) => JSON.stringify({ part: {}, sample: { lead_id: 88, event_id } });
    await place({ detail_json: sample("b"), due_at: 1 });
    await place({ detail_json: sample("c"), due_at: 2, subject: "x" });
    expect((await due(5)).map(({ lead }) => lead?.first_name ?? null)).toEqual(["Asha", null]);
  });
});

describe("a signal that was told", () => {
  const settle = (given: { count?: number; due_at?: number | null; told_at?: number | null } = {}) =>
    runBatch(
      env.DB,
      settleSignals(pipelineScope, [
        {
          destination_id: "dst",
          type: "delivery.failing",
          subject: "",
          count: 1,
          due_at: null,
          told_at: null,
          ...given,
        },
      ]),
    );

  it.each<
    [what: string, before: Partial<SignalsTable>, given: Parameters<typeof settle>[0], after: object | null]
  >([
    ["goes", {}, {}, null],
    ["stays where more were raised meanwhile", { count: 3 }, {}, { count: 2, due_at: 1, raised_at: 1 }],
    [
      "stays quiet for its time where that is asked for",
      {},
      { due_at: 50, told_at: 20 },
      { count: 0, due_at: 50, told_at: 20, raised_at: 20 },
    ],
    [
      "keeps when it was raised where it was not told",
      {},
      { due_at: 50 },
      { count: 0, due_at: 50, told_at: null, raised_at: 1 },
    ],
    ["was told no more where that is so", { told_at: 4, count: 2 }, {}, { count: 1, told_at: null }],
  ])("%s, and no other does", async (_what, before, given, after) => {
    await place(before);
    const others = [
      await place({ ...before, destination_id: "other" }),
      await place({ ...before, type: "delivery.suspect" }),
      await place({ ...before, subject: "x" }),
    ];
    await settle(given);
    const isIt = (row: SignalsTable) =>
      row.destination_id === "dst" && row.type === "delivery.failing" && row.subject === "";
    const left = await signalsNow();
    expect(left.find(isIt) ?? null).toEqual(after === null ? null : expect.objectContaining(after));
    expect(left.filter((row) => !isIt(row))).toEqual(expect.arrayContaining(others));
    expect(left.filter((row) => !isIt(row))).toHaveLength(3);
  });

  it("is forgotten when nobody asked for it, the oldest first and some at a time", async () => {
    for (const due_at of [3, 1, 2, 9]) await place({ subject: `${due_at}`, due_at });
    const forget = (before: number, limit: number) =>
      runBatch(env.DB, [forgetSignals(pipelineScope, before, limit)]);
    await forget(9, 2);
    expect((await signalsNow()).map(({ subject }) => subject)).toEqual(["3", "9"]);
    await forget(9, 9);
    expect((await signalsNow()).map(({ subject }) => subject)).toEqual(["9"]);
  });
});

describe("a notice", () => {
  const notice: Notice = {
    v: 1,
    happened_at: 1,
    client_id: "cli",
    summary: "It is down.",
    what_next: "Look.",
    type: "destination.down",
    destination: { id: "dst_crm", name: "CRM", kind: "make" },
    dead_letters: null,
  };
  const chat = {
    id: "dst_chat",
    client_id: "cli",
    enabled: true,
    takes_test: false,
    environments: ["production" as const],
    event_types: ["destination.down" as const],
    max_attempts: 10,
  };
  const planned = () => {
    const id = newId();
    const rowsOfIt = planNotices([{ id, notice, lead: null, lead_id: 0, is_test: false }], [chat], {
      environment: "production",
      nowMs: 7,
    });
    return { id, rowsOfIt };
  };
  const written = async (id: string) => [
    (await rows("SELECT id FROM events WHERE id = ?", id)).length,
    (await rows("SELECT event_id FROM deliveries WHERE event_id = ?", id)).length,
  ];

  it("is written once, whoever plans it again", async () => {
    const { id, rowsOfIt } = planned();
    for (let each = 0; each < 2; each += 1) await runBatch(env.DB, insertNotices(scopeOf(["cli"]), rowsOfIt));
    expect(await written(id)).toEqual([1, 1]);
  });

  it("is not written where what it tells of did not happen", async () => {
    const { id, rowsOfIt } = planned();
    await runBatch(env.DB, insertNotices(scopeOf(["cli"]), rowsOfIt, countedAtMost("never", 0)));
    expect(await written(id)).toEqual([0, 0]);
  });

  it("is for its client's people to write", () => {
    expect(() => insertNotices(scopeOf(["other"]), planned().rowsOfIt)).toThrow();
  });
});

describe("what was sent of a lead last", () => {
  it("is of its newest event that is a submission, of its client", async () => {
    const lead = { id: 4_711, client_id: newId() };
    const event = (name: string, created_at: number, given: object = {}) =>
      placeRow("events", {
        lead_id: lead.id,
        id: newId(),
        client_id: lead.client_id,
        type: "lead.created",
        submission_public_id: "s",
        payload_json: JSON.stringify({ first_name: name }),
        created_at,
        ...given,
      });
    const last = async (of = lead) =>
      (await runOne(env.DB, lastSentOfLead(scopeOf([of.client_id]), of)))?.first_name ?? null;
    expect(await last()).toBeNull();
    await event("First", 1);
    await event("Last", 3);
    await event("Second", 2);
    await event("Notice", 9, { submission_public_id: "" });
    await event("Another lead", 9, { lead_id: 4_712 });
    await event("Another client", 9, { client_id: "other" });
    expect(await last()).toBe("Last");
    expect(() => lastSentOfLead(scopeOf(["other"]), lead)).toThrow();
  });
});
