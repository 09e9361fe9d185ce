import { expect, test } from "vitest";
import { draftNow } from "./draft-now.ts";

const draft = (name: string) => ({ name });

test.each<[what: string, typed: string, stands: string, draft: string, version: number]>([
  ["nothing is touched, and it stands as it stood", "a", "a", "a", 2],
  ["nothing is touched, and somebody changed it", "a", "b", "b", 2],
  ["it is touched, and something else changed", "x", "a", "x", 2],
  ["it is touched, and somebody changed it too", "x", "b", "x", 1],
  ["what was typed stands there by now", "x", "x", "x", 2],
])("a draft where %s", (_, typed, stands, shown, version) => {
  const kept = { draft: draft(typed), base: draft("a"), version: 1 };
  const now = draftNow(kept, { base: draft(stands), version: 2 });
  expect([now.draft, now.version]).toEqual([draft(shown), version]);
});

test("a draft that was saved a moment ago stays until it is read again", () => {
  const kept = { draft: draft("new"), base: draft("new"), version: 2 };
  expect(draftNow(kept, { base: draft("old"), version: 1 })).toEqual(kept);
});
