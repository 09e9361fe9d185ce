import type { SignalType } from "@leadrelay/contracts/event-type";
import { noticeSchema } from "@leadrelay/contracts/notice";
import type { Signal } from "@leadrelay/contracts/signal";
import { describe, expect, test } from "vitest";
import { sampleSignal } from "../../test/sample-signal.ts";
import { readFrozen } from "../payload/read-payload.ts";
import type { DueSignal } from "./due-signal.ts";
import { planSignals, quietMs } from "./plan-signals.ts";

const now = Date.UTC(2026, 10, 30, 3, 0);
const minute = 60_000;
const hour = 60 * minute;
const crm = { id: "dst_crm", client_id: "cli_1", name: "CRM", kind: "make" };
const chat = {
  id: "dst_chat",
  client_id: "cli_1",
  enabled: true,
  takes_test: false,
  environments: ["production" as const],
  event_types: Object.keys(quietMs) as SignalType[],
  max_attempts: 10,
};

const due = (type: SignalType, given: Partial<DueSignal> = {}): DueSignal => {
  const { count = 1, raised_at = now - minute } = given;
  const signal: Signal = { ...sampleSignal(type, crm), count: Math.max(1, count), raised_at };
  return {
    destination_id: crm.id,
    type,
    subject: signal.subject,
    count,
    raised_at,
    told_at: null,
    signal: count === 0 ? null : signal,
    failing: null,
    lead: null,
    ...given,
  };
};
const circumstances = (subscribers = [chat], destinations = [crm]) => ({
  destinations: new Map(destinations.map((one) => [one.id, one])),
  subscribers,
  environment: "production" as const,
  nowMs: now,
});
const planned = (signals: DueSignal[], subscribers = [chat], destinations = [crm]) => {
  const { rows, settled } = planSignals(signals, circumstances(subscribers, destinations));
  return {
    notices: rows.events.map((event) => readFrozen(event).notice),
    types: rows.events.map(({ type }) => type),
    settled: settled.map(({ type, count, due_at, told_at }) => [
      type,
      count,
      due_at === null ? "goes" : due_at - now,
      told_at,
    ]),
  };
};

const told = { count: 0, raised_at: now - 2 * hour, told_at: now - 90 * minute };
const [failing, recovered] = ["delivery.failing", "delivery.recovered"] as const;

describe("what is told of signals", () => {
  test.each<[what: string, signals: DueSignal[], types: SignalType[]]>([
    ["of failing that nobody was told of", [due(failing)], [failing]],
    ["nothing of failing that was over before anybody could be told", [due(failing), due(recovered)], []],
    [
      "of failing that went on after a delivery had arrived",
      [due(failing), due(recovered, { raised_at: now - 2 * minute })],
      [failing],
    ],
    ["of the end of failing that was told", [due(recovered, { failing: told })], [recovered]],
    ["nothing of the end of what never was", [due(recovered)], []],
    [
      "nothing of the end of what was told to nobody",
      [due(recovered, { failing: { ...told, told_at: null } })],
      [],
    ],
    [
      "nothing of an end after which it went on failing",
      [due(recovered, { failing: { ...told, count: 1, raised_at: now } })],
      [],
    ],
    [
      "of the end alone where both were seen at once",
      [
        due(failing, { told_at: now - 24 * hour }),
        due(recovered, { failing: { count: 1, raised_at: now - minute, told_at: now - 24 * hour } }),
      ],
      [recovered],
    ],
    [
      "of each other type what was raised",
      [due("workflow.step_run"), due("destination.capped")],
      ["workflow.step_run", "destination.capped"],
    ],
    [
      "nothing where nothing came since it was told",
      [due("workflow.step_run", { count: 0, told_at: 1 })],
      [],
    ],
    ["nothing that this version does not read", [due(failing, { signal: null })], []],
    [
      "of failing after an end that was told and came to nothing",
      [due(failing), due(recovered, { count: 0, raised_at: now })],
      [failing],
    ],
    [
      "of failing that began after its last end",
      [due(failing, { raised_at: now }), due(recovered)],
      [failing],
    ],
    [
      "of an end of what failed no more since it was told, whenever that was raised",
      [due(recovered, { failing: { ...told, raised_at: now } })],
      [recovered],
    ],
  ])("%s", (_what, signals, types) => {
    expect(planned(signals).types).toEqual(types);
  });

  test.each(Object.keys(quietMs) as SignalType[])("%s says it in a sentence that fits its schema", (type) => {
    const [notice] = planned([due(type, { failing: told })]).notices;
    expect(noticeSchema.parse(notice)).toEqual(notice);
    expect(notice?.summary).toMatch(/CRM/);
    expect(notice?.summary).toMatch(/\.$/);
  });

  test("is written for each destination that wants it, once for each time that it is raised", () => {
    const of = (raised_at: number) =>
      planSignals([due("workflow.step_run", { raised_at })], circumstances([chat, { ...chat, id: "dst_b" }]));
    const { rows } = of(now - minute);
    expect(rows.deliveries.map(({ destination_id }) => destination_id)).toEqual(["dst_chat", "dst_b"]);
    expect(of(now - minute).rows.events).toEqual(rows.events);
    expect(of(now).rows.events[0]?.id).not.toBe(rows.events[0]?.id);
  });

  test("counts the leads since the last time", () => {
    expect(planned([due("workflow.step_run", { count: 12 })]).notices).toMatchObject([
      { step: { leads: 12, since: now - minute }, summary: expect.stringMatching(/^12 leads for CRM/) },
    ]);
  });
});

describe("what becomes of a signal", () => {
  test.each<[what: string, signals: DueSignal[], settled: unknown[]]>([
    ["it rests where it was told", [due(failing)], [[failing, 1, 24 * hour, now]]],
    [
      "a step rests for an hour",
      [due("workflow.step_run", { count: 3 })],
      [["workflow.step_run", 3, hour, now]],
    ],
    [
      "it goes where nothing came since",
      [due("workflow.step_run", { count: 0 })],
      [["workflow.step_run", 0, "goes", null]],
    ],
    [
      "it goes where it was over",
      [due(failing), due(recovered)],
      [
        [failing, 1, "goes", null],
        [recovered, 1, "goes", null],
      ],
    ],
    [
      "an end takes what failed with it",
      [due(recovered, { failing: told })],
      [
        [recovered, 1, "goes", null],
        [failing, 0, "goes", null],
      ],
    ],
    [
      "failing that has just been told rests until it may be told again, though it ended",
      [due(recovered, { failing: { ...told, told_at: now - 10 * minute } })],
      [
        [recovered, 1, "goes", null],
        [failing, 0, 50 * minute, null],
      ],
    ],
    [
      "failing that was told an hour ago goes with its end",
      [due(recovered, { failing: { ...told, count: 2, raised_at: now - hour, told_at: now - hour } })],
      [
        [recovered, 1, "goes", null],
        [failing, 2, "goes", null],
      ],
    ],
    ["a full cap rests for a day", [due("destination.capped")], [["destination.capped", 1, 24 * hour, now]]],
  ])("%s", (_what, signals, settled) => {
    expect(planned(signals).settled).toEqual(settled);
  });

  test.each([
    ["whom nobody watches", [], [crm]],
    ["that takes other events", [{ ...chat, event_types: [] }], [crm]],
    ["that was deleted", [chat], []],
    ["of another client", [chat], [{ ...crm, client_id: "cli_2" }]],
    ["that would be told of itself", [{ ...chat, id: crm.id }], [crm]],
  ])("of a destination %s it goes, and nobody is told", (_whom, subscribers, destinations) => {
    expect(planned([due(failing)], subscribers, destinations)).toMatchObject({
      types: [],
      settled: [[failing, 1, "goes", null]],
    });
  });

  test("a doubtful answer that nobody wants to hear of rests, so that the home page shows it, and then goes", () => {
    const day = 24 * hour;
    const of = (signal: DueSignal, destinations = [crm]) => planned([signal], [], destinations);
    const suspect = due("delivery.suspect");
    expect(of(suspect)).toMatchObject({ types: [], settled: [["delivery.suspect", 1, day, null]] });
    const rested = due("delivery.suspect", { count: 0 });
    expect(of(rested)).toMatchObject({ settled: [["delivery.suspect", 0, "goes", null]] });
    expect(of(suspect, [])).toMatchObject({ settled: [["delivery.suspect", 1, "goes", null]] });
  });
});
