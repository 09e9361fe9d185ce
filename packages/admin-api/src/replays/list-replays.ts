import { listReplayPlans } from "@leadrelay/db/replays/find-replay-plans";
import { runBatch } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { replaySchema } from "./replay-schema.ts";
import { toReplay } from "./to-replay.ts";

export const listReplays = readEndpoint({
  path: "/api/replays",
  operationId: "listReplays",
  tag: "Replays",
  summary: "List replays and plans",
  description: "Newest first; those you may apply. A page may be short, or empty, and still have a next one.",
  access: { permission: "deliveries:replay" },
  query: pageQuery,
  answer: pageOf(replaySchema),
  async handle({ query, access: { scope }, dependencies }) {
    const [before] = readCursor(query.cursor, [""] as const) ?? [null];
    const page = { before, limit: query.limit };
    const [{ items, next }] = await runBatch(dependencies.control, [listReplayPlans(scope, page)]);
    return {
      body: { items: items.map(toReplay), next_cursor: writeCursor(next === null ? null : [next]) },
    };
  },
});
