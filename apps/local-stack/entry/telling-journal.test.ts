import { expect, it } from "vitest";
import { createStackFacts } from "../src/runtime/stack-facts.ts";
import { tellingJournal } from "./telling-journal.ts";

it("a journal that keeps nothing is told of from its first failure on, with who was refused, until it keeps again", async () => {
  const printed: string[] = [];
  const stack = createStackFacts({
    stateDir: "/nowhere",
    isReady: () => true,
    diskFreeBytes: () => 4_096,
    print: (text) => void printed.push(text),
  });
  const ask = async (path: string, text = "") =>
    stack({ url: `http://local-stack${path}`, text: async () => text });
  const trouble = async () =>
    ((await (await ask("/facts")).json()) as { journal_trouble: { since: number; refused: number } | null })
      .journal_trouble;
  let isFull = false;
  const journal = tellingJournal(
    {
      put: async () => {
        if (isFull) throw new Error("SQLITE_FULL");
      },
      del: async () => {},
      listStale: async () => [],
    },
    ask,
  );
  await journal.put([]);
  await ask("/refused");
  expect(await trouble()).toBeNull();
  isFull = true;
  await expect(journal.put([])).rejects.toThrow("SQLITE_FULL");
  const first = await trouble();
  expect(first).toMatchObject({ error: "SQLITE_FULL", refused: 0 });
  await ask("/refused");
  await expect(journal.put([])).rejects.toThrow("SQLITE_FULL");
  await ask("/refused");
  expect(await trouble()).toMatchObject({ since: first?.since, refused: 2 });
  isFull = false;
  await journal.put([]);
  expect(await trouble()).toBeNull();
  expect(printed).toEqual([
    "The disk of /nowhere is full: posts are refused with 503 until there is room again (df -h shows it). Nothing needs a restart.",
    "The journal takes posts again; 2 were refused with 503 meanwhile, and told so.",
  ]);
});
