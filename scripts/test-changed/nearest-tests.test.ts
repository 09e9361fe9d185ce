import { expect, test } from "vitest";
import { nearestTests } from "./nearest-tests.mjs";

const imports = new Map([
  ["packages/db/src/leads/find-leads.ts", []],
  ["packages/db/src/leads/find-leads.test.ts", ["packages/db/src/leads/find-leads.ts"]],
  ["apps/consumer/src/worker.ts", ["packages/db/src/leads/find-leads.ts"]],
  ["apps/consumer/src/forms/far.worker.test.ts", ["apps/consumer/test/helper.ts"]],
  ["apps/consumer/src/http/leads/search.worker.test.ts", ["apps/consumer/test/helper.ts"]],
  ["apps/consumer/src/replays/crashes.worker.test.ts", ["apps/consumer/src/worker.ts"]],
  ["apps/consumer/test/helper.ts", ["apps/consumer/src/worker.ts"]],
  ["apps/producer/src/other.worker.test.ts", []],
  ["apps/local-stack/e2e/outage.e2e.test.ts", ["packages/db/src/leads/find-leads.ts"]],
]);
const beside = "packages/db/src/leads/find-leads.test.ts";
const near = "apps/consumer/src/http/leads/search.worker.test.ts";
const far = "apps/consumer/src/forms/far.worker.test.ts";
const slow = "apps/consumer/src/replays/crashes.worker.test.ts";
const whole = "apps/local-stack/e2e/outage.e2e.test.ts";

test("a change is tried by the tests that reach it, those that the Worker runs too, its noun's first", () => {
  expect(nearestTests(imports, ["packages/db/src/leads/find-leads.ts"])).toEqual({
    near: [beside, near, far],
    left: 1,
  });
});

test("asked for all, it leaves out only what reaches no change and tests of whole stacks", () => {
  const { near: found, left } = nearestTests(imports, ["packages/db/src/leads/find-leads.ts"], true);
  expect([found.toSorted(), left]).toEqual([[beside, far, near, slow].toSorted(), 0]);
});

test.each([
  ["slow test", slow],
  ["test of whole stacks", whole],
])("a %s that is itself what changed is run", (_kind, file) => {
  expect(nearestTests(imports, [file])).toEqual({ near: [file], left: 0 });
});

test("of many only so many are near, and the rest are counted", () => {
  const many = Array.from({ length: 100 }, (_, index) => `apps/consumer/src/a/t${index}.worker.test.ts`);
  const wide = new Map(many.map((file): [string, string[]] => [file, ["packages/core/src/a.ts"]]));
  const { near: found, left } = nearestTests(wide, ["packages/core/src/a.ts"]);
  expect(found.length).toBeGreaterThan(5);
  expect(found.length + left).toBe(100);
});
