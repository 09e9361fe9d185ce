import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleDestination } from "../../test/decide-samples.ts";
import { naiveRoute } from "../../test/model/naive-route.ts";
import { toldLead } from "../../test/told-lead.ts";
import { tallyKey } from "../tallies/tally.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import type { DestinationFacts } from "./facts.ts";
import { talliesOf } from "../routes/route-counts.ts";
import type { RoutePlace } from "../routes/route-member.ts";
import { nextInRoute, type Leaving } from "./next-in-route.ts";
import { routeEvent } from "./route-event.ts";

const nowMs = Date.UTC(2026, 10, 30, 12);
const member = (
  id: string,
  position: number,
  { route = {}, ...given }: Partial<Omit<DestinationFacts, "route">> & { route?: Partial<RoutePlace> } = {},
): DestinationFacts => ({
  ...sampleDestination,
  id,
  name: id.toUpperCase(),
  environments: ["production"],
  route: {
    route_id: "r",
    mode: "round_robin",
    counted_from: 7,
    position,
    weight: 1,
    conditions: null,
    overflow_minutes: 30,
    ...route,
  },
  ...given,
});

const leaving = (given: Partial<Leaving> = {}): Leaving => ({
  event: {
    id: "e",
    type: "lead.created",
    lead_id: 4,
    client_id: "c",
    form_id: "f",
    submitted_at: 1,
    source: null,
    reachesCreatedOnly: false,
  },
  told: toldLead({}, { budget: "9000" }, { message: "Call me" }),
  from: "a",
  route_id: "r",
  went: { r: "a" },
  tried: new Set(["a"]),
  isTest: false,
  onlyOpen: false,
  ...given,
});

const next = (
  given: Partial<Leaving>,
  destinations: DestinationFacts[],
  counts: Record<string, number> = {},
) =>
  nextInRoute(leaving(given), {
    destinations,
    environment: "production",
    nowMs,
    countOf: (subject) => counts[subject] ?? 0,
  });

const [a, b, c] = [member("a", 0), member("b", 1), member("c", 2)];
const off = { enabled: false };
const inOrder = { route: { mode: "first_accepting" } } as const;
const capped = (leads: number) => ({
  limits: {
    time_zone: "UTC",
    week_starts: "monday" as const,
    caps: [{ per: "day" as const, leads, source: null }],
    hours: null,
    holidays: [],
  },
});

const noneOf = (source: string) => ({
  limits: { ...capped(0).limits, caps: [{ per: "total" as const, leads: 0, source }] },
});

describe("a lead that leaves a member of its route", () => {
  it.each<[string, Partial<Leaving>, DestinationFacts[], string | null]>([
    ["goes to another", {}, [a, b], "b pending"],
    [
      "goes to the next in order",
      {},
      [member("a", 0, inOrder), member("c", 2, inOrder), member("b", 1, inOrder)],
      "b pending",
    ],
    ["goes to nobody who had it", { tried: new Set(["a", "b"]) }, [a, b, c], "c pending"],
    ["goes to nobody where nobody is left", { tried: new Set(["a", "b"]) }, [a, b], null],
    ["goes to nobody of another route", {}, [a, member("b", 1, { route: { route_id: "q" } })], null],
    ["stays where its member is in no route", {}, [{ ...a, route: null }, b], null],
    ["stays where its member came to another route", { route_id: "q" }, [a, b], null],
    ["stays where its member is gone", {}, [b], null],
    ["stays where all have it", {}, [member("a", 0, { route: { mode: "all" } }), b], null],
    ["goes to one that is open before one that is not", {}, [a, member("b", 1, off), c], "c pending"],
    ["waits at the next where nobody is open", {}, [a, member("b", 1, off)], "b held"],
    [
      "stays where nobody is open, if it is to go to one that is",
      { onlyOpen: true },
      [a, member("b", 1, off)],
      null,
    ],
    [
      "goes to nobody who is full, if it is to go to one that is open",
      { onlyOpen: true },
      [a, member("b", 1, capped(0))],
      null,
    ],
    [
      "goes to nobody whose conditions keep it out",
      {},
      [a, member("b", 1, { route: { conditions: { "fields.budget": { $lt: 5000 } } } }), c],
      "c pending",
    ],
    [
      "goes to one whose conditions it meets by what the person wrote",
      {},
      [a, member("b", 1, { route: { conditions: { message: { $contains: "call" } } } })],
      "b pending",
    ],
    [
      "goes to nobody who does not take its event",
      {},
      [a, member("b", 1, { event_types: ["lead.updated"] })],
      null,
    ],
    [
      "goes where the lead went by another event, whoever's turn it is",
      { went: { r: "c" } },
      [a, b, c],
      "c pending",
    ],
    [
      "goes to another where that one refused it, too",
      { went: { r: "c" }, tried: new Set(["a", "c"]) },
      [a, b, c],
      "b pending",
    ],
    ["goes to nobody who is in no route", {}, [a, { ...sampleDestination, id: "x" }], null],
    ["does not come back to whom it leaves", { tried: new Set() }, [a], null],
    [
      "goes to nobody who is full of its source",
      { onlyOpen: true, event: { ...leaving().event, source: "google" } },
      [a, member("b", 1, noneOf("google")), c],
      "c pending",
    ],
    [
      "goes to one who is full of another source",
      { onlyOpen: true, event: { ...leaving().event, source: "google" } },
      [a, member("b", 1, noneOf("facebook")), c],
      "b pending",
    ],
    [
      "goes to nobody whose filter keeps it out, by what the person wrote",
      {},
      [a, member("b", 1, { filter: { field: "message", sign: "$contains", value: "visit" } })],
      null,
    ],
    [
      "goes to one whose filter lets it pass",
      {},
      [a, member("b", 1, { filter: { field: "message", sign: "$contains", value: "call" } })],
      "b pending",
    ],
  ])("%s", (_, given, destinations, expected) => {
    const found = next(given, destinations);
    expect(found === null ? null : `${found.row.destination_id} ${found.row.status}`).toBe(expected);
    if (found !== null)
      expect(found).toMatchObject({ route_id: "r", row: { route_id: "r", event_id: "e", lead_id: 4 } });
  });

  it.each<[string, Partial<Leaving>, DestinationFacts[], Record<string, number>]>([
    [
      "as the first one's turn and the next one's lead",
      {},
      [a, b],
      { "route:r:7:a": -1, "route:r:7:a:passed": 1, "route:r:7:b": 1, "route:r:7:b:passed": -1 },
    ],
    [
      "in order as the next one's lead alone",
      {},
      [member("a", 0, inOrder), member("b", 1, inOrder)],
      { "route:r:7:a": -1, "route:r:7:b": 1 },
    ],
    [
      "not at all where it is a test",
      { isTest: true },
      [member("a", 0), member("b", 1, { takes_test: true })],
      {},
    ],
    ["not at all where it was counted when another event went on", { went: { r: "b" } }, [a, b], {}],
    ["not at all where nobody knows where it went", { went: {} }, [a, b], {}],
    ["as held, too, where the next is full", { went: {} }, [a, member("b", 1, capped(0))], { "held:b": 1 }],
  ])("is counted %s", (_, given, destinations, expected) => {
    const counted = next(given, destinations)?.tallies ?? [];
    expect(Object.fromEntries(counted.map(({ subject, count }) => [subject, count]))).toEqual(expected);
  });

  it("is told with the name of whom it goes to, or its id", () => {
    const { name: _, ...nameless } = b;
    expect(next({}, [a, c, b])?.name).toBe("B");
    expect(next({}, [a, nameless])?.name).toBe("b");
  });

  it("takes the room of a cap from those that leave behind it", () => {
    const found = next({}, [a, member("b", 1, capped(5))]);
    expect(found?.expected).toMatchObject([{ subject: "cap:b", period: "d:2026-11-30", count: 1 }]);
  });
});

describe("leads that come, and leave their members", () => {
  const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length });
  const histories = fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 5 }).chain((shares) =>
    fc.record({
      shares: fc.constant(shares),
      steps: fc.array(fc.record({ leaves: fc.boolean(), open: flags(shares.length) }), { maxLength: 60 }),
    }),
  );

  it("go to whom the naive model gives them", () => {
    fc.assert(
      fc.property(histories, ({ shares, steps }) => {
        const model = naiveRoute(shares);
        const everybody = shares.map(() => true);
        const counts = new Map<string, number>();
        const countOf = (subject: string, period: string) => counts.get(tallyKey(subject, period)) ?? 0;
        const add = (subject: string, period: string, count: number) =>
          counts.set(tallyKey(subject, period), countOf(subject, period) + count);
        let at: string | null = null;
        for (const { leaves, open } of steps) {
          const members = shares.map((weight, index) =>
            member(`m${index}`, index, {
              enabled: open[index] === true,
              route: { mode: "weighted", weight },
            }),
          );
          if (leaves && at !== null) {
            const from = { from: at, went: { r: at }, tried: new Set([at]), onlyOpen: true };
            const found = nextInRoute(leaving(from), {
              destinations: members,
              environment: "production",
              nowMs,
              countOf,
            });
            for (const { subject, period, count } of found?.tallies ?? []) add(subject, period, count);
            expect(found?.row.destination_id ?? null).toBe(model.leave(at, everybody, open));
            at = found?.row.destination_id ?? at;
            continue;
          }
          const { traces, moves } = routeEvent(members.map(traceOf), members, {
            client_id: "c",
            went: {},
            countOf,
            lead: { source: null, form_id: null },
            refusedBy: () => null,
            nowMs,
            isTest: false,
          });
          for (const { subject, period, count } of moves.flatMap(talliesOf)) add(subject, period, count);
          at = traces.find(({ reason }) => reason === "routed")?.id ?? null;
          expect(at).toBe(model.take(everybody, open));
        }
        for (const { name, leads, turns } of model.members) {
          expect(countOf(`route:r:7:${name}`, "all")).toBe(leads);
          expect(countOf(`route:r:7:${name}:passed`, "all")).toBe(turns - leads);
        }
      }),
    );
  });
});

const traceOf = ({ id }: DestinationFacts): DestinationTrace => ({
  id,
  event: "lead.created",
  status: "pending",
  reason: "subscribed",
  delivery_public_id: `d-${id}`,
});
