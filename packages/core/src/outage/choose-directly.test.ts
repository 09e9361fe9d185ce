import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import type { RouteMode } from "@leadrelay/contracts/route-mode";
import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import { describe, expect, it } from "vitest";
import { sampleAttempt } from "../../test/decide-samples.ts";
import { toldLead } from "../../test/told-lead.ts";
import { chooseDirectly } from "./choose-directly.ts";

type Direct = DirectConfig["destinations"][number];
type Place = NonNullable<Direct["route"]>;

const make: Direct = {
  id: "x",
  kind: "make",
  settings: {},
  takes_test: false,
  environments: ["production"],
  timeout_ms: null,
};
const members = (mode: RouteMode, ...given: Partial<Place>[]): Direct[] =>
  ["a", "b", "c"].map((id, position) => ({
    ...make,
    id,
    route: {
      route_id: "r",
      mode,
      counted_from: 1,
      position,
      weight: 1,
      conditions: null,
      overflow_minutes: null,
      ...given[position],
    },
  }));
const tried = (outcome: DirectAttempt["outcome"]) => [sampleAttempt({ outcome })];
const inIndia = { conditions: { country: "IN" } };
const elsewhere = { conditions: { country: "AE" } };

describe("while D1 is away a lead goes", () => {
  it.each<[string, Direct[], Record<string, DirectAttempt[]>, string[]]>([
    ["to whoever is in no route", [make], {}, ["x"]],
    ["to the first of those who may accept it in order", members("first_accepting"), {}, ["a"]],
    ["to the next where that one refused", members("first_accepting"), { a: tried("refused") }, ["b"]],
    ["to nobody else where that one only failed", members("first_accepting"), { a: tried("retry") }, ["a"]],
    ["to nobody else where that one took it", members("first_accepting"), { a: tried("delivered") }, ["a"]],
    [
      "to the one that took it behind one that refused",
      members("first_accepting"),
      { a: tried("refused"), b: tried("delivered") },
      ["b"],
    ],
    [
      "to nobody where all refused",
      members("first_accepting"),
      { a: tried("refused"), b: tried("gone"), c: tried("refused") },
      [],
    ],
    [
      "to one that was tried, of shares, whatever it said",
      members("weighted"),
      { c: tried("refused") },
      ["c"],
    ],
    ["to all of a route of all", members("all"), { a: tried("refused") }, ["a", "b", "c"]],
    ["to nobody that its conditions keep out", members("first_accepting", elsewhere, inIndia), {}, ["b"]],
    [
      "to nobody at all where all are kept out",
      members("round_robin", elsewhere, elsewhere, elsewhere),
      {},
      [],
    ],
  ])("%s", (_, destinations, direct, chosen) => {
    const found = chooseDirectly(destinations, { direct, submission_id: "s" }, () => toldLead());
    expect(found.map(({ id }) => id)).toEqual(chosen);
  });

  it("to one of a route by shares, the same at every try, and not all to one", () => {
    const of = (id: string) =>
      chooseDirectly(members("weighted"), { direct: {}, submission_id: id }, () => toldLead()).map(
        (one) => one.id,
      );
    const ids = Array.from({ length: 60 }, (_, index) => `s${index}`);
    expect(ids.map((id) => of(id).length)).toEqual(ids.map(() => 1));
    expect(ids.map(of)).toEqual(ids.map(of));
    expect(new Set(ids.flatMap(of)).size).toBe(3);
  });
});
