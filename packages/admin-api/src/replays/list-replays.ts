import { mergePage } from "@leadrelay/core/lists/merge-page";
import { newestPlanIds, planLists, replayPlansByIds } from "@leadrelay/db/replays/list-replay-plans";
import { runOne } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { rowsOfEach } from "../lead-databases/row-budget.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { openCursor, sealCursor } from "../pages/sealed-cursor.ts";
import { replaySchema } from "./replay-schema.ts";
import { toReplay } from "./to-replay.ts";

/** D1 counts the index entry, and for what is shown the plan. */
const readsPerRow = 1;
const readsPerShown = 1;

const list = { table: "replay_plans" };

export const listReplays = readEndpoint({
  path: "/api/replays",
  operationId: "listReplays",
  tag: "Replays",
  summary: "List replays and plans",
  description:
    "Newest first; those you may apply. Plans that nobody applied are removed a day after they were made.",
  access: { permission: "deliveries:replay" },
  query: pageQuery,
  answer: pageOf(replaySchema),
  async handle({ query, access: { scope }, dependencies }) {
    const before = await openCursor(query.cursor, list, dependencies);
    const perClient = rowsOfEach({
      clients: scope.clients.length,
      lists: planLists(scope).length,
      pageSize: query.limit,
      readsPerRow,
      readsPerShown,
      isFiltered: false,
    });
    const ids = await runOne(dependencies.control, newestPlanIds(scope, { before, perList: perClient }));
    const page = mergePage(ids, { perClient, pageSize: query.limit, keyOf: (id) => [id] });
    const plans =
      page.items.length === 0 ? [] : await runOne(dependencies.control, replayPlansByIds(scope, page.items));
    const next = page.next === null ? null : String(page.next[0]);
    const nowMs = dependencies.now();
    return {
      body: {
        items: plans.map((plan) => toReplay(plan, nowMs)),
        next_cursor: await sealCursor(next, list, dependencies),
      },
    };
  },
});
