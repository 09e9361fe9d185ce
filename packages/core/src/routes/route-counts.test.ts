import { expect, test } from "vitest";
import { talliesOf } from "./route-counts.ts";

const move = { client_id: "cli", route: { route_id: "r", counted_from: 7 }, destination_id: "a" };
const given = { client_id: "cli", subject: "route:r:7:a", period: "all", ends_at: null };
const passed = { ...given, subject: "route:r:7:a:passed" };

test.each([
  ["a lead that was given is one more", { given: 1, passed: 0 }, [{ ...given, count: 1 }]],
  ["a turn that went by is one passed", { given: 0, passed: 1 }, [{ ...passed, count: 1 }]],
  [
    "one that another's turn brought is both",
    { given: 1, passed: -1 },
    [
      { ...given, count: 1 },
      { ...passed, count: -1 },
    ],
  ],
  ["one that was taken again is one less", { given: -1, passed: 0 }, [{ ...given, count: -1 }]],
  ["nothing counts nothing", { given: 0, passed: 0 }, []],
])("of a route's member %s", (_what, counts, tallies) => {
  expect(talliesOf({ ...move, ...counts })).toEqual(tallies);
});
