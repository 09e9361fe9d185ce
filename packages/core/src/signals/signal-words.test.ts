import type { SignalType } from "@leadrelay/contracts/event-type";
import type { SignalOf } from "@leadrelay/contracts/signal";
import { describe, expect, it } from "vitest";
import { sampleSignal } from "../../test/sample-signal.ts";
import { signalWords } from "./signal-words.ts";

const crm = { id: "dst_crm", client_id: "cli_1", name: "CRM" };
const since = Date.UTC(2026, 10, 30, 1);
const nowMs = Date.UTC(2026, 10, 30, 3);

/** What is said of the sample of this type, with a part of it otherwise. */
function said<Type extends SignalType>(type: Type, part: Partial<SignalOf<Type>["part"]> = {}, count = 1) {
  const sample = sampleSignal(type, crm);
  const signal = { ...sample, count, part: { ...sample.part, ...part } } as typeof sample;
  return signalWords(signal, crm, { since, nowMs });
}

describe("of failing it is said", () => {
  it.each<[what: string, part: Partial<SignalOf<"delivery.failing">["part"]>, summary: string]>([
    ["with what went wrong", {}, "A lead failed 4 times at CRM and is tried again: HTTP 503: busy."],
    [
      "with the answer's code where there is no more to say",
      { error: null },
      "A lead failed 4 times at CRM and is tried again: HTTP 503.",
    ],
    [
      "with nothing where nothing is known",
      { error: null, status_code: null },
      "A lead failed 4 times at CRM and is tried again.",
    ],
  ])("%s", (_what, part, summary) => {
    expect(said("delivery.failing", part)).toEqual({
      summary,
      what_next:
        "Look at the receiver. `leadrelay delivery show dlv_1` says what it answered, `leadrelay destination test dst_crm` whether it answers now.",
    });
  });
});

describe("of an end it is said", () => {
  it("how long it had failed", () => {
    expect(said("delivery.recovered")).toEqual({
      summary: "What failed at CRM arrives again, after 2 hours.",
      what_next: "Nothing. `leadrelay destination show dst_crm` says what still waits.",
    });
  });

  it("of clocks that differ no time", () => {
    const signal = sampleSignal("delivery.recovered", crm);
    const { summary } = signalWords(signal, crm, { since: nowMs + 5_000, nowMs });
    expect(summary).toBe("What failed at CRM arrives again, after less than a second.");
  });
});

describe("of what was not confirmed it is said", () => {
  const next =
    "See what became of it at the receiver: `leadrelay delivery show dlv_1` shows one, `leadrelay delivery list --destination dst_crm --confirmation unconfirmed` all. `leadrelay delivery retry dlv_1` sends it again.";

  it.each<[count: number, within: number | null, summary: string]>([
    [1, 15, "1 lead that CRM took was not confirmed within 15 minutes."],
    [3, 1, "3 leads that CRM took were not confirmed within 1 minute."],
    [1, null, "CRM said of 1 lead that it took: it made nothing of it."],
    [3, null, "CRM said of 3 leads that it took: it made nothing of them."],
  ])("of %i within %o minutes", (count, within_minutes, summary) => {
    expect(said("delivery.unconfirmed", { within_minutes }, count)).toEqual({ summary, what_next: next });
  });
});

describe("of a doubtful answer it is said", () => {
  const summary = "CRM answered HTTP 200 as it never did before: whether it took the lead is not sure.";

  it("which rule would tell it apart", () => {
    expect(said("delivery.suspect")).toEqual({
      summary,
      what_next:
        "`leadrelay delivery show dlv_1` shows the answer. If it did not: `leadrelay destination answers dst_crm --duplicate result=duplicate` tries a rule on its last answers, and says how to keep it.",
    });
  });

  it("where none would, where to see it", () => {
    const what_next = "`leadrelay delivery show dlv_1` shows the answer.";
    expect(said("delivery.suspect", { rule: null })).toEqual({ summary, what_next });
  });
});

describe("of a cap it is said", () => {
  type Part = Partial<SignalOf<"destination.capped">["part"]>;
  const shows = "`leadrelay destination limits dst_crm` shows its caps, and raises them.";
  const waits = `Nothing, if that is meant. \`leadrelay destination show dst_crm\` says what waits; ${shows}`;
  const near = `Nothing, if that is meant. ${shows}`;

  it.each<[what: string, part: Part, summary: string, next: string]>([
    [
      "that it is full, and until when",
      {},
      "CRM has taken 50 of its 50 leads a day: what comes is held until Tuesday 01:30 IST.",
      waits,
    ],
    [
      "of one source which",
      { source: "facebook" },
      "CRM has taken 50 of its 50 leads a day from facebook: what comes from facebook is held until Tuesday 01:30 IST.",
      waits,
    ],
    [
      "of an hour so",
      { cap: "hour", limit: 1, used: 1 },
      "CRM has taken 1 of its 1 lead an hour: what comes is held until Tuesday 01:30 IST.",
      waits,
    ],
    [
      "of one without end that a person must raise it",
      { cap: "total", until: null },
      "CRM has taken 50 of its 50 leads in total: what comes is held until the cap is raised.",
      waits,
    ],
    [
      "of one that is nearly full how nearly, rounded down",
      { percent: 80, limit: 60, used: 53 },
      "CRM has taken 53 of its 60 leads a day (88 %). What comes beyond is held until Tuesday 01:30 IST.",
      near,
    ],
    [
      "of one without end that is nearly full no time",
      { cap: "total", percent: 99, limit: 100, used: 99, until: null },
      "CRM has taken 99 of its 100 leads in total (99 %).",
      near,
    ],
  ])("%s", (_what, part, summary, what_next) => {
    const until = Date.UTC(2026, 10, 30, 20);
    expect(said("destination.capped", { until, ...part })).toEqual({ summary, what_next });
  });
});

it("of a step it is said what it did with how many, since when and why", () => {
  expect(said("workflow.step_run", {}, 2)).toEqual({
    summary:
      "2 leads for CRM were left out since 2026-11-30 01:00:00 UTC: its filter takes leads from Pune alone.",
    what_next: "Nothing, if that is meant. `leadrelay destination show dst_crm` shows its rules.",
  });
});
