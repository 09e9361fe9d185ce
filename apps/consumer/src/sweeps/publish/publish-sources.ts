import { kvKeys } from "@leadrelay/contracts/kv-keys";
import {
  settleSource,
  staleSourceIdAt,
  staleSources,
  type StaleSource,
} from "@leadrelay/db/publishing/stale-sources";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { publishStale } from "./publish-stale.ts";

/** Brings changed sources to the edge, and takes deleted ones from it. */
export function publishSources(dependencies: Dependencies, budget = openBudget()): Promise<number> {
  const { control, now } = dependencies;
  return publishStale<StaleSource>(
    {
      idAt: (place) => runOne(control, staleSourceIdAt(pipelineScope, place)),
      page: (afterId, limit) => runOne(control, staleSources(pipelineScope, afterId, limit)),
      idOf: ({ id }) => id,
      publish: (source) => publishSource(dependencies, source),
    },
    now(),
    budget,
  );
}

/** Brings one to the edge, under each key that it is found by; what it is found by no longer is taken from there. Throws what KV and D1 throw. */
export async function publishSource({ kv, control, now }: Dependencies, source: StaleSource): Promise<void> {
  const { id, updated_at, deleted, known } = source;
  const nowMs = now();
  await Promise.all(
    known.map(({ hash, snapshot }) =>
      deleted || (snapshot.until !== null && snapshot.until <= nowMs)
        ? kv.delete(kvKeys.source(hash))
        : kv.put(kvKeys.source(hash), JSON.stringify(snapshot)),
    ),
  );
  await runOne(control, settleSource(pipelineScope, id, updated_at));
}
