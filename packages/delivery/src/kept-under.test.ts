import { expect, it } from "vitest";
import { claimedDelivery, newDestination } from "../test/claimed-delivery.ts";
import { keptUnder, withKeptOf } from "./kept-under.ts";

const destination = await newDestination();
const others = await newDestination({ id: destination.id });
const found = { person_id: "42" };

it.each([
  ["by the same settings is known", keptUnder(destination, found), found],
  ["by other settings of that destination is not", keptUnder(others, found), {}],
  ["by nobody knows which settings is not", found, {}],
  ["and is nothing is nothing", {}, {}],
  ["and calls itself as the mark does changes no mark", keptUnder(destination, { _settings: "x" }), {}],
])("what an earlier try found out %s", (_what, kept, known) => {
  const claimed = claimedDelivery(destination, { kept });
  expect(withKeptOf(claimed)).toEqual({ destination, delivery: { ...claimed.delivery, kept: known } });
});
