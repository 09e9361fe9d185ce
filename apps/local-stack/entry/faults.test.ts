import { afterEach, expect, test, vi } from "vitest";
import { faultsSchema, listFaults, setFaults, withFaults, type Fault } from "./faults.ts";

afterEach(() => {
  setFaults([]);
  vi.unstubAllGlobals();
});

/** What an operation on DB came to, how often it was done, and how long it was held up. */
async function play(fault: Omit<Fault, "binding">, operation = "SELECT 1") {
  const waited: number[] = [];
  vi.stubGlobal("scheduler", { wait: async (ms: number) => void waited.push(ms) });
  setFaults([{ binding: "DB", ...fault }]);
  let done = 0;
  const ended = await withFaults("DB", operation, "away", async () => (done += 1)).catch(String);
  return { ended, done, waited };
}

test.each([
  ["fails before anything happens", { mode: "fail" }, { ended: "Error: away", done: 0, waited: [] }],
  ["lies: does it, then throws", { mode: "lie" }, { ended: "Error: away", done: 1, waited: [] }],
  ["hangs, and gives up", { mode: "hang" }, { ended: "Error: away", done: 0, waited: [57_000] }],
  ["is slow", { mode: "slow" }, { ended: 1, done: 1, waited: [1_000] }],
  ["does it and answers late", { mode: "late", delayMs: 5 }, { ended: 1, done: 1, waited: [5] }],
  ["does it again", { mode: "again" }, { ended: 2, done: 2, waited: [] }],
  ["does it twice at once", { mode: "together" }, { ended: 2, done: 2, waited: [] }],
  ["says what it is told to", { mode: "fail", error: "full" }, { ended: "Error: full", done: 0, waited: [] }],
] as const)("a binding that %s", async (_, fault, expected) => {
  expect(await play(fault)).toEqual(expected);
});

test.each([
  ["INSERT INTO leads VALUES (1)", true],
  ["insert or ignore into leads values (1)", true],
  ["UPDATE deliveries SET status = 'in_flight'", true],
  ["DELETE FROM sessions WHERE id = ?", true],
  ["SELECT 1;\nWITH due AS (SELECT 1) UPDATE deliveries SET attempts = 2", true],
  ["SELECT updated_at, replace(name, 'a', 'b') FROM leads WHERE deleted_at IS NULL", false],
])("of writes only: %s", async (sql, struck) => {
  expect((await play({ mode: "fail", writes: true }, sql)).done).toBe(struck ? 0 : 1);
});

test("strikes as often as it is told, and only where it fits", async () => {
  setFaults([{ binding: "DB", mode: "fail", matching: "leads", times: 1 }]);
  const ask = (binding: string, operation: string) =>
    withFaults(binding, operation, "away", async () => "done").catch(String);
  expect(await ask("KV", "leads")).toBe("done");
  expect(await ask("DB", "clients")).toBe("done");
  expect(await ask("DB", "leads")).toBe("Error: away");
  expect(listFaults()).toEqual([]);
  expect(await ask("DB", "leads")).toBe("done");
});

test("a fault that holds a Worker up for ever, or strikes never, is refused", () => {
  for (const wrong of [{ delayMs: 200_000 }, { times: 0 }, { error: "x".repeat(501) }])
    expect(faultsSchema.safeParse([{ binding: "DB", mode: "slow", ...wrong }]).success).toBe(false);
});
