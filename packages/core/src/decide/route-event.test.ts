import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleDestination } from "../../test/decide-samples.ts";
import { naiveRoute } from "../../test/model/naive-route.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import type { DestinationFacts } from "./facts.ts";
import { talliesOf } from "../routes/route-counts.ts";
import type { RoutePlace } from "../routes/route-member.ts";
import { routeEvent, type Routing } from "./route-event.ts";

const place = (position: number, given: Partial<RoutePlace> = {}): RoutePlace => ({
  route_id: "r",
  mode: "round_robin",
  counted_from: 7,
  position,
  weight: 1,
  conditions: null,
  overflow_minutes: null,
  ...given,
});

type Given = Partial<DestinationFacts> & { place?: Partial<RoutePlace> };
const destination = (id: string, position: number | null, given: Given = {}): DestinationFacts => {
  const { place: own, ...facts } = given;
  return {
    ...sampleDestination,
    id,
    name: id.toUpperCase(),
    route: position === null ? null : place(position, own),
    ...facts,
  };
};

/** As `planDeliveries` judged it before routes are asked. */
const told = (id: string, given: Partial<DestinationTrace> = {}): DestinationTrace => ({
  id,
  event: "lead.created",
  status: "pending",
  reason: "subscribed",
  delivery_public_id: `d-${id}`,
  ...given,
});
const untold = (id: string): DestinationTrace => ({
  id,
  event: "lead.created",
  status: "skipped",
  reason: "not_subscribed",
});

const routing = (given: Partial<Routing> = {}): Routing => ({
  client_id: "c",
  went: {},
  countOf: () => 0,
  lead: { source: null, form_id: null },
  refusedBy: () => null,
  nowMs: 5,
  isTest: false,
  ...given,
});

const outcome = (
  traces: readonly DestinationTrace[],
  destinations: readonly DestinationFacts[],
  given: Partial<Routing> = {},
) => {
  const { traces: after, moves, went } = routeEvent(traces, destinations, routing(given));
  return {
    told: after.map(({ id, status, reason, words }) =>
      [id, status, reason, ...(words === undefined ? [] : [words])].join(" "),
    ),
    moves: moves.map((move) => `${move.destination_id} ${move.given} ${move.passed}`),
    went,
    deliveries: after.flatMap(({ delivery_public_id }) => delivery_public_id ?? []),
  };
};

const a = destination("a", 0);
const b = destination("b", 1);
const first = { place: { mode: "first_accepting" } } as const;
const all = { place: { mode: "all" } } as const;
const refuses = (id: string) => ({
  refusedBy: (one: DestinationFacts) => (one.id === id ? "country is not IN" : null),
});

type Expected = { told: string[]; moves: string[]; went?: Record<string, string> };

describe("an event of a client that has a route", () => {
  it.each<[string, DestinationTrace[], DestinationFacts[], Partial<Routing>, Expected]>([
    [
      "goes to the one that is chosen, who is counted and kept",
      [told("a"), told("b")],
      [a, b],
      {},
      {
        told: ["a pending routed A: its turn", "b skipped routed_elsewhere"],
        moves: ["a 1 0"],
        went: { r: "a" },
      },
    ],
    [
      "goes to who is in no route all the same",
      [told("x"), told("a")],
      [destination("x", null), a],
      {},
      { told: ["x pending subscribed", "a pending routed A: its turn"], moves: ["a 1 0"], went: { r: "a" } },
    ],
    [
      "goes to one of each of two routes",
      [told("a"), told("b")],
      [a, destination("b", 0, { place: { route_id: "q" } })],
      {},
      {
        told: ["a pending routed A: its turn", "b pending routed B: its turn"],
        moves: ["a 1 0", "b 1 0"],
        went: { r: "a", q: "b" },
      },
    ],
    [
      "is no turn of one that does not take it",
      [untold("a"), told("b")],
      [a, b],
      {},
      {
        told: ["a skipped not_subscribed", "b pending routed B: its turn"],
        moves: ["b 1 0"],
        went: { r: "b" },
      },
    ],
    [
      "goes to nobody that its conditions keep out, and says which",
      [told("a"), told("b")],
      [a, b],
      refuses("a"),
      {
        told: ["a skipped route_conditions country is not IN", "b pending routed B: its turn"],
        moves: ["b 1 0"],
        went: { r: "b" },
      },
    ],
    [
      "goes to nobody where all are kept out, and takes nobody's turn",
      [told("a")],
      [a],
      refuses("a"),
      { told: ["a skipped route_conditions country is not IN"], moves: [] },
    ],
    [
      "goes to where the lead went before, takes no turn, and asks no conditions",
      [told("a"), told("b")],
      [a, b],
      { went: { r: "b" }, ...refuses("b") },
      { told: ["a skipped routed_elsewhere", "b pending routed B: the lead went there before"], moves: [] },
    ],
    [
      "goes there even where that one is off, to be held",
      [told("a"), told("b", { status: "held", reason: "disabled" })],
      [a, destination("b", 1, { enabled: false })],
      { went: { r: "b" } },
      { told: ["a skipped routed_elsewhere", "b held routed B: the lead went there before"], moves: [] },
    ],
    [
      "goes to nobody else where that one does not take it",
      [told("a"), untold("b")],
      [a, b],
      { went: { r: "b" } },
      { told: ["a skipped routed_elsewhere", "b skipped not_subscribed"], moves: [] },
    ],
    [
      "is chosen for anew where that one left the route",
      [told("a"), told("b")],
      [a, destination("b", null)],
      { went: { r: "b" } },
      { told: ["a pending routed A: its turn", "b pending subscribed"], moves: ["a 1 0"], went: { r: "a" } },
    ],
    [
      "passes over who is off, whose turn it was",
      [told("a", { status: "held", reason: "disabled" }), told("b")],
      [destination("a", 0, { enabled: false }), b],
      {},
      {
        told: ["a skipped routed_elsewhere", "b pending routed B: its turn; A is disabled"],
        moves: ["a 0 1", "b 1 -1"],
        went: { r: "b" },
      },
    ],
    [
      "passes over who is down",
      [told("a"), told("b")],
      [destination("a", 0, { ...first, health: { state: "down" } }), destination("b", 1, first)],
      {},
      {
        told: ["a skipped routed_elsewhere", "b pending routed B: the first that takes it; A is down"],
        moves: ["b 1 0"],
        went: { r: "b" },
      },
    ],
    [
      "does not pass over who is failing or slow",
      [told("a"), told("b")],
      [destination("a", 0, { health: { state: "slow" } }), b],
      {},
      {
        told: ["a pending routed A: its turn", "b skipped routed_elsewhere"],
        moves: ["a 1 0"],
        went: { r: "a" },
      },
    ],
    [
      "goes to all of a route of all, and is nobody's",
      [told("a"), told("b")],
      [destination("a", 0, all), destination("b", 1, all)],
      { went: { r: "b" } },
      {
        told: [
          "a pending routed everybody of the route gets it",
          "b pending routed everybody of the route gets it",
        ],
        moves: [],
      },
    ],
    [
      "of a test takes no turn, and is kept",
      [told("a")],
      [a],
      { isTest: true },
      { told: ["a pending routed A: its turn"], moves: [], went: { r: "a" } },
    ],
    [
      "that is chosen by its id is no turn",
      [told("a"), told("b")],
      [a, destination("b", 1, { enabled: false })],
      { hashed: "submission" },
      {
        told: ["a pending routed A: chosen by the submission's id", "b skipped routed_elsewhere"],
        moves: [],
        went: { r: "a" },
      },
    ],
    [
      "that is chosen by its id goes to who is open",
      [told("a", { status: "held", reason: "disabled" }), told("b")],
      [destination("a", 0, { enabled: false }), b],
      { hashed: "submission" },
      {
        told: ["a skipped routed_elsewhere", "b pending routed B: chosen by the submission's id"],
        moves: [],
        went: { r: "b" },
      },
    ],
    [
      "that is chosen by its id goes to somebody though nobody is open",
      [told("a", { status: "held", reason: "disabled" })],
      [destination("a", 0, { enabled: false })],
      { hashed: "submission" },
      { told: ["a held routed A: chosen by the submission's id"], moves: [], went: { r: "a" } },
    ],
    [
      "that is chosen by its id goes to all of a route of all",
      [told("a"), told("b")],
      [destination("a", 0, all), destination("b", 1, all)],
      { hashed: "submission" },
      {
        told: [
          "a pending routed A, B: chosen by the submission's id",
          "b pending routed A, B: chosen by the submission's id",
        ],
        moves: [],
      },
    ],
  ])("%s", (_, traces, destinations, given, expected) => {
    const { deliveries, ...came } = outcome(traces, destinations, given);
    expect(came).toEqual({ went: {}, ...expected });
    expect(deliveries).toEqual(
      came.told.filter((line) => / (pending|held) /.test(line)).map((line) => `d-${line.split(" ")[0]}`),
    );
  });
});

describe("a route by shares, lead by lead", () => {
  const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length });
  const histories = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 }).chain((shares) =>
    fc.record({
      shares: fc.constant(shares),
      leads: fc.array(fc.record({ allowed: flags(shares.length), open: flags(shares.length) }), {
        maxLength: 60,
      }),
    }),
  );

  it("gives each to whom the naive model gives it, whoever is closed or kept out meanwhile", () => {
    fc.assert(
      fc.property(histories, ({ shares, leads }) => {
        const model = naiveRoute(shares);
        const counts = new Map<string, number>();
        for (const { allowed, open } of leads) {
          const members = shares.map((weight, index) =>
            destination(`m${index}`, index, {
              enabled: open[index] === true,
              place: { mode: "weighted", weight },
            }),
          );
          const { traces, moves } = routeEvent(
            members.map(({ id }) => told(id)),
            members,
            routing({
              countOf: (subject, period) => counts.get(`${subject} ${period}`) ?? 0,
              refusedBy: ({ id }) => (allowed[Number(id.slice(1))] === true ? null : "not for it"),
            }),
          );
          for (const { subject, period, count } of moves.flatMap(talliesOf))
            counts.set(`${subject} ${period}`, (counts.get(`${subject} ${period}`) ?? 0) + count);
          const chosen = traces.find(({ reason }) => reason === "routed")?.id ?? null;
          expect(chosen).toBe(model.take(allowed, open));
        }
        for (const { name, leads: had, turns } of model.members) {
          expect(counts.get(`route:r:7:${name} all`) ?? 0).toBe(had);
          expect(counts.get(`route:r:7:${name}:passed all`) ?? 0).toBe(turns - had);
        }
      }),
    );
  });

  it("never gives one a whole lead more than its share", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 10 }),
        fc.nat(200),
        (shares, leads) => {
          const model = naiveRoute(shares);
          const everybody = shares.map(() => true);
          for (let lead = 0; lead < leads; lead += 1) model.take(everybody, everybody);
          const whole = shares.reduce((sum, share) => sum + share, 0);
          for (const { leads: had, share } of model.members)
            expect(had - (leads * share) / whole).toBeLessThan(1);
        },
      ),
    );
  });
});
