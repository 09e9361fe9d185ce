import { describe, expect, it } from "vitest";
import type { ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import { claimedDelivery, newDestination } from "../test/claimed-delivery.ts";
import { groupClaimed } from "./group-claimed.ts";

const [sheet, other, hook] = [
  await newDestination({ kind: "three" }),
  await newDestination({ kind: "three" }),
  await newDestination({ kind: "one" }),
];
const mostTogether = (kind: string) => (kind === "three" ? 3 : 1);
const of = { s: sheet, o: other, h: hook };

/** `s1 h2 s3`: deliveries by their destinations, each with a name. A capital one has kept something. */
const claimed = (names: string) =>
  names.split(" ").map((public_id) => {
    const given: Partial<ClaimedRow> = { public_id, kept: /[A-Z]/.test(public_id) ? { person: "7" } : {} };
    return claimedDelivery(of[public_id.slice(0, 1).toLowerCase() as keyof typeof of], given);
  });
const grouped = (names: string) =>
  groupClaimed(claimed(names), mostTogether).map((group) =>
    group.map(({ delivery }) => delivery.public_id).join(" "),
  );

describe("what goes out together", () => {
  it.each([
    ["are deliveries of one destination", "s1 s2", ["s1 s2"]],
    ["is no more than one request may carry", "s1 s2 s3 s4", ["s1 s2 s3", "s4"]],
    ["goes at the place of the first", "s1 h1 s2 h2", ["s1 s2", "h1", "h2"]],
    ["is one alone of a kind that takes one", "h1 h2", ["h1", "h2"]],
    ["is of no two destinations", "s1 o1 s2 o2", ["s1 s2", "o1 o2"]],
    ["knows the same of earlier tries", "s1 S2 s3 S4", ["s1 s3", "S2 S4"]],
  ])("%s", (_what, names, groups) => {
    expect(grouped(names)).toEqual(groups);
  });

  it("is nothing where nothing is claimed", () => {
    expect(groupClaimed([], mostTogether)).toEqual([]);
  });
});
