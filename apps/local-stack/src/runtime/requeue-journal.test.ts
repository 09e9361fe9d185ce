import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Workers } from "./workers.ts";
import { requeueJournal } from "./requeue-journal.ts";

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  const print = (...parts: unknown[]) => void printed.push(String(parts[0]));
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
});
afterEach(() => void vi.restoreAllMocks());

/** A journal that fails so many times before it answers. */
function journalThatFails(times: number) {
  const asked: string[] = [];
  const getWorker: Workers["getWorker"] = async () => ({
    fetch: async (url) => {
      asked.push(url);
      if (asked.length <= times) throw new Error("workerd is starting");
      return Response.json({ requeued: 3 });
    },
  });
  return { asked, miniflare: { getWorker } };
}

it("a journal that does not answer is asked again, less and less often, for the same moment", async () => {
  const { asked, miniflare } = journalThatFails(9);
  const pauses: number[] = [];
  await requeueJournal(
    miniflare,
    { before: 7, whose: "from before workerd ended", isOver: () => false },
    async (ms) => void pauses.push(ms),
  );
  expect(new Set(asked)).toEqual(new Set(["http://journal/requeue?before=7"]));
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(printed[0]).toContain(
    "leads from before workerd ended could not be queued again; next try in 0.5 s",
  );
  expect(printed.at(-1)).toBe("Queued again from the journal: 3 leads from before workerd ended.");
});

it("once the stack ends nothing is asked any more", async () => {
  const { asked, miniflare } = journalThatFails(99);
  let isOver = false;
  const asks = { before: 7, whose: "of the last run", isOver: () => isOver };
  await requeueJournal(miniflare, asks, async () => void (isOver = true));
  expect(asked).toHaveLength(1);
});
