import { expect, it } from "vitest";
import type { Workers } from "./workers.ts";
import { finishWork } from "./finish-work.ts";

/** Workers that have work in hand until their patience is over, and what patience each was asked for; times are real, and short. */
function workers(tookMs: Record<string, number>) {
  const asked: Record<string, number> = {};
  const getWorker: Workers["getWorker"] = async (name) => ({
    fetch: async (_url, { headers = {} } = {}) => {
      asked[name] = Number(headers["x-local-stop-patience-ms"]);
      expect(headers["x-local-stop-key"]).toBe("key");
      await new Promise((resolve) => setTimeout(resolve, tookMs[name]));
      return Response.json({ left: name === "producer" ? 1 : 0 });
    },
  });
  return { asked, miniflare: { getWorker } };
}

it("a post that trickles in takes two seconds of a stop at most, and sends have the rest of the ten", async () => {
  const { asked, miniflare } = workers({ producer: 300, consumer: 0 });
  expect(await finishWork(miniflare, "key")).toBe(1);
  expect(asked["producer"]).toBe(2_000);
  expect(asked["consumer"]).toBeLessThanOrEqual(9_700);
  expect(asked["consumer"]).toBeGreaterThan(8_000);
});
