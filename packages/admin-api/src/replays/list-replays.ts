import { listReplayPlans } from "@leadrelay/db/replays/find-replay-plans";
import { runOne } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { openCursor, sealCursor } from "../pages/sealed-cursor.ts";
import { replaySchema } from "./replay-schema.ts";
import { toReplay } from "./to-replay.ts";

/** A page that was looked through in vain ends at a plan that may be anybody's. */
const list = { table: "replay_plans" };

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
    const before = await openCursor(query.cursor, list, dependencies);
    const page = { before, limit: query.limit };
    const { items, next } = await runOne(dependencies.control, listReplayPlans(scope, page));
    const nowMs = dependencies.now();
    return {
      body: {
        items: items.map((plan) => toReplay(plan, nowMs)),
        next_cursor: await sealCursor(next, list, dependencies),
      },
    };
  },
});
