import { expect, it } from "vitest";
import { chooseReleases } from "./choose-releases.ts";

const to = (...ids: string[]) => ({ deliveries: ids.map((destination_id) => ({ destination_id })) });
const room = (at: number, most = 100) => ({ at: () => at, most });

it.each([
  ["all where there is room", [to("a"), to("b"), to("a")], room(2), 3],
  ["none of none", [], room(1), 0],
  ["until a destination has no room", [to("a"), to("a"), to("a")], room(2), 2],
  ["the first with all its destinations, though there is no room", [to("a", "a"), to("b")], room(1), 2],
  ["a submission whole, or not", [to("a"), to("b", "a"), to("b")], room(1), 1],
  ["what sends nothing besides", [to("a"), to(), to()], room(1), 3],
  ["no more than one step writes", [to("a"), to("b"), to("c")], room(9, 2), 2],
  ["the first, though it is more than one step writes", [to("a", "b", "c"), to("d")], room(9, 2), 1],
])("a step takes %s", (_what, releases, given, count) => {
  expect(chooseReleases(releases, given)).toBe(count);
});
