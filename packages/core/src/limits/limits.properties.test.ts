import { weekdays } from "@leadrelay/contracts/calendar";
import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countIn, tallyKey } from "../tallies/tally.ts";
import { judgeLimits } from "./judge-limits.ts";
import { foldSource, heldSubject } from "./limit-subjects.ts";
import { planOpening } from "./plan-opening.ts";
import { talliesOf } from "./tallies-of.ts";

/*
 * A destination over days of posts, answers, sweeps and moves of the clock, around the changes of its zone's clocks. What the rules let out is
 * judged by a naive reading of caps and hours that shares nothing with them: it asks Intl what the wall clock says, and counts what was taken.
 */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const id = "dst";

const zones = {
  "America/New_York": ["2026-03-08T06:10Z", "2026-10-31T20:00Z", "2026-11-01T05:10Z"],
  "Europe/Berlin": ["2026-03-29T00:10Z", "2026-10-24T12:00Z", "2026-10-25T00:10Z"],
  "Asia/Kolkata": ["2026-11-29T12:00Z", "2026-12-31T12:00Z"],
  "Australia/Lord_Howe": ["2026-04-04T08:00Z", "2026-04-04T14:10Z", "2026-10-03T15:10Z"],
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    weekday: "long",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  formats.set(timeZone, made);
  return made;
}

/** The wall clock as Intl tells it. */
function wall(timeZone: string, at: number) {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const date = `${of("year")}-${of("month")}-${of("day")}`;
  return {
    date,
    weekday: of("weekday").toLowerCase(),
    clock: `${of("hour")}:${of("minute")}`,
    hour: `${date} ${of("hour")} ${of("timeZoneName")}`,
  };
}

function naivePeriod({ time_zone, week_starts }: DestinationLimits, per: Cap["per"], at: number): string {
  const { date, hour } = wall(time_zone, at);
  if (per === "total") return "ever";
  if (per === "hour") return hour;
  if (per === "day") return date;
  if (per === "month") return date.slice(0, 7);
  let first = Date.parse(date);
  while (weekdays[new Date(first).getUTCDay()] !== week_starts) first -= dayMs;
  return new Date(first).toISOString().slice(0, 10);
}

function isNaivelyOpen({ time_zone, hours, holidays }: DestinationLimits, at: number): boolean {
  const { date, weekday, clock } = wall(time_zone, at);
  if (holidays.includes(date)) return false;
  if (hours === null) return true;
  const times = (hours as Record<string, string[] | undefined>)[weekday] ?? [];
  return times.some((time) => {
    const [from = "", to = ""] = time.split("-");
    return from <= clock && clock < to;
  });
}

const isOf = (cap: Pick<Cap, "source">, source: string) =>
  cap.source === null || foldSource(cap.source) === source;

interface Lead {
  number: number;
  source: string;
  held: string | null;
}

/** What is seen from outside: who went out when, and what was taken when, with what was under way then. */
interface Seen {
  sent: { lead: Lead; at: number; waiting: Lead[]; underWay: number; direct: boolean }[];
  /** When the sweep let something go. */
  opened: number[];
  taken: { lead: Lead; at: number; underWay: Lead[] }[];
  waiting: Lead[];
  counts: ReadonlyMap<string, number>;
}

type Step =
  | { do: "post"; source: string }
  | { do: "answer"; which: number; takes: boolean }
  | { do: "wait"; minutes: number }
  | { do: "sweep" };

/** The pipeline in small: judged when it comes, counted when it is taken, released by the sweep, oldest first. */
function play(limits: DestinationLimits, begin: number, steps: readonly Step[]): Seen {
  let now = begin;
  let number = 0;
  const counts = new Map<string, number>();
  const add = (subject: string, period: string, count: number) =>
    counts.set(tallyKey(subject, period), (counts.get(tallyKey(subject, period)) ?? 0) + count);
  const seen: Seen = { sent: [], opened: [], taken: [], waiting: [], counts };
  let underWay: Lead[] = [];
  const send = (lead: Lead, direct: boolean) => {
    seen.sent.push({ lead, at: now, waiting: [...seen.waiting], underWay: underWay.length, direct });
    underWay.push(lead);
  };
  const post = (source: string) => {
    const lead: Lead = { number: (number += 1), source, held: null };
    const judged = judgeLimits({ id, limits }, { source, form_id: null }, countIn(counts), now);
    if (judged.kind === "open") return send(lead, true);
    lead.held = judged.source;
    seen.waiting.push(lead);
    counts.set(tallyKey(heldSubject(id, judged.source), "all"), 1);
  };
  const answer = (which: number, takes: boolean) => {
    const lead = underWay[which % underWay.length];
    if (lead === undefined) return;
    underWay = underWay.filter((one) => one !== lead);
    if (!takes) return;
    for (const { subject, period } of talliesOf(
      { id, client_id: "c", limits },
      { source: lead.source, form_id: null },
      now,
    ))
      add(subject, period, 1);
    seen.taken.push({ lead, at: now, underWay: [...underWay] });
  };
  const sweep = () => {
    const sources = [...new Set(seen.waiting.flatMap(({ held }) => held ?? []))];
    const given = { countOf: countIn(counts), underWay: underWay.length, most: 100, nowMs: now };
    for (const { source, most } of planOpening({ id, limits }, sources, given)) {
      seen.opened.push(now);
      const released = seen.waiting.filter(({ held }) => held === source).slice(0, most);
      for (const lead of released) {
        // As a claim does: what one source has no room for stays.
        const judged = judgeLimits(
          { id, limits },
          { source: lead.source, form_id: null },
          withoutMarks(counts),
          now,
        );
        if (judged.kind !== "open") continue;
        seen.waiting = seen.waiting.filter((one) => one !== lead);
        send(lead, false);
      }
      if (!seen.waiting.some(({ held }) => held === source))
        counts.delete(tallyKey(heldSubject(id, source), "all"));
    }
  };
  for (const step of steps)
    if (step.do === "post") post(step.source);
    else if (step.do === "answer") answer(step.which, step.takes);
    else if (step.do === "wait") now += step.minutes * minuteMs;
    else sweep();
  return seen;
}

const withoutMarks = (counts: ReadonlyMap<string, number>) =>
  countIn(new Map([...counts].filter(([key]) => !key.startsWith("held:"))));

const sources = ["google", "facebook"];
const anyCap: fc.Arbitrary<Cap> = fc.record({
  per: fc.constantFrom<Cap["per"]>("hour", "day", "week", "month", "total"),
  leads: fc.integer({ min: 1, max: 6 }),
  source: fc.constantFrom(null, null, "google", " Facebook"),
});
const anyHours = fc.constantFrom<DestinationLimits["hours"]>(
  null,
  null,
  Object.fromEntries(weekdays.map((day) => [day, ["09:00-18:00"]])),
  {
    saturday: ["00:00-12:00", "13:00-24:00"],
    sunday: ["01:30-02:30", "04:00-23:00"],
    monday: ["08:00-10:00"],
  },
);
const anyWorld = fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[])).chain((time_zone) =>
  fc.record({
    begin: fc.constantFrom(...zones[time_zone]).map((text) => Date.parse(text)),
    limits: fc.record({
      time_zone: fc.constant(time_zone),
      week_starts: fc.constantFrom("monday" as const, "sunday" as const),
      caps: fc.array(anyCap, { maxLength: 3 }),
      hours: anyHours,
      holidays: fc.constantFrom<string[]>([], ["2026-11-30"], ["2026-03-29", "2026-03-08"]),
    }),
  }),
);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("post" as const), source: fc.constantFrom(...sources) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      which: fc.nat(9),
      takes: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 60, max: 1_500 })),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "sweep" as const }) },
);
const histories = fc.tuple(anyWorld, fc.array(anyStep, { minLength: 10, maxLength: 120 }));
/** A fault is shown as it was found: to make it smaller takes minutes. */
const runs = { numRuns: 300, endOnFailure: true };

test("a cap is exceeded by no more than what was under way when it was reached, in the destination's own hours, days, weeks and months", () => {
  fc.assert(
    fc.property(histories, ([{ limits, begin }, steps]) => {
      const { taken } = play(limits, begin, steps);
      for (const cap of limits.caps) {
        const theirs = taken.filter(({ lead }) => isOf(cap, lead.source));
        for (const inPeriod of Map.groupBy(theirs, ({ at }) => naivePeriod(limits, cap.per, at)).values()) {
          const reaching = inPeriod[cap.leads - 1];
          if (reaching === undefined) continue;
          const allowed = reaching.underWay.filter(({ source }) => isOf(cap, source)).length;
          expect(inPeriod.length - cap.leads).toBeLessThanOrEqual(allowed);
        }
      }
    }),
    runs,
  );
});

test("nothing goes out while it is closed, or while a cap of it is used up", () => {
  fc.assert(
    fc.property(histories, ([{ limits, begin }, steps]) => {
      const { sent, opened, taken } = play(limits, begin, steps);
      for (const at of opened) expect(isNaivelyOpen(limits, at)).toBe(true);
      for (const { lead, at } of sent) {
        expect(isNaivelyOpen(limits, at)).toBe(true);
        for (const cap of limits.caps.filter((one) => isOf(one, lead.source))) {
          const period = naivePeriod(limits, cap.per, at);
          const before = taken.filter(
            (one) =>
              isOf(cap, one.lead.source) && one.at < at && naivePeriod(limits, cap.per, one.at) === period,
          );
          expect(before.length).toBeLessThan(cap.leads);
        }
      }
    }),
    runs,
  );
});

test("the sweep lets no more go than there is room for beside what is under way", () => {
  fc.assert(
    fc.property(histories, ([{ limits, begin }, steps]) => {
      const { sent, taken } = play(limits, begin, steps);
      for (const { at, underWay } of sent.filter(({ direct }) => !direct))
        for (const cap of limits.caps.filter(({ source }) => source === null)) {
          const period = naivePeriod(limits, cap.per, at);
          const before = taken.filter(
            (one) => one.at < at && naivePeriod(limits, cap.per, one.at) === period,
          );
          expect(before.length + underWay).toBeLessThan(cap.leads);
        }
    }),
    runs,
  );
});

test("whoever waits goes out before whoever came later and waits for the same, and nobody new overtakes them", () => {
  fc.assert(
    fc.property(histories, ([{ limits, begin }, steps]) => {
      for (const { lead, waiting, direct } of play(limits, begin, steps).sent) {
        const ahead = waiting.filter(
          (one) =>
            one.number < lead.number &&
            (direct
              ? one.held === null || one.held === lead.source
              : one.held === lead.held && one.source === lead.source),
        );
        expect(ahead).toEqual([]);
      }
    }),
    runs,
  );
});

/** An hour that comes twice, with a lead in each. */
const twice: [{ begin: number; limits: DestinationLimits }, Step[]] = [
  {
    begin: Date.parse("2026-11-01T05:30Z"),
    limits: {
      time_zone: "America/New_York",
      week_starts: "monday",
      caps: [{ per: "hour", leads: 3, source: null }],
      hours: null,
      holidays: [],
    },
  },
  [
    { do: "post", source: "google" },
    { do: "answer", which: 0, takes: true },
    { do: "wait", minutes: 60 },
    { do: "post", source: "google" },
    { do: "answer", which: 0, takes: true },
  ],
];

test("what was taken is counted once in each of the destination's own periods, whatever its clocks do", () => {
  fc.assert(
    fc.property(histories, ([{ limits, begin }, steps]) => {
      const { taken, counts } = play(limits, begin, steps);
      const units = new Map(limits.caps.map((cap) => [`${cap.per} ${foldSource(cap.source ?? "")}`, cap]));
      const naive = [...units.values()].flatMap((cap) => {
        const theirs = taken.filter(({ lead }) => isOf(cap, lead.source));
        const periods = Map.groupBy(theirs, ({ at }) => naivePeriod(limits, cap.per, at));
        return [...periods.values()].map((all) => all.length);
      });
      const counted = [...counts].filter(([key]) => key.startsWith("cap:")).map(([, count]) => count);
      expect(counted.toSorted((a, b) => a - b)).toEqual(naive.toSorted((a, b) => a - b));
    }),
    { ...runs, examples: [[twice]] },
  );
});

test("with time, everything that waits goes out, unless it is full for ever", () => {
  fc.assert(
    fc.property(histories, ([{ limits, begin }, steps]) => {
      const forTime = {
        ...limits,
        caps: limits.caps.filter(({ per }) => per !== "total" && per !== "month"),
      };
      const patient: Step[] = Array.from({ length: 14 * 24 * 4 }, (): Step[] => [
        { do: "wait", minutes: 15 },
        { do: "sweep" },
        ...Array.from({ length: 8 }, (): Step => ({ do: "answer", which: 0, takes: true })),
      ]).flat();
      const weekly = Math.min(...forTime.caps.map(({ per, leads }) => (per === "week" ? leads : Infinity)));
      const few =
        weekly === Infinity ? steps : steps.filter((step, index) => step.do !== "post" || index < weekly);
      expect(play(forTime, begin, [...few, ...patient]).waiting).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
