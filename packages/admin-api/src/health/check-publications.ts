import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { waitingSources } from "@leadrelay/db/publishing/stale-sources";
import { waitingDirectConfigs, waitingForms } from "@leadrelay/db/publishing/waiting-publications";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import { badnessOf } from "./badness-of.ts";
import type { HealthContext } from "./health-context.ts";

const mostCounted = 1_000;
const limits = { warningMs: 120_000, problemMs: 600_000 };
const todo = {
  forms:
    "The sweep tries every minute, and publish.failed in the consumer's log says of each form why not. KV that fails passes by itself; what a form has that no snapshot can hold is set anew by `leadrelay form change <form>`.",
  sources:
    "The sweep tries every minute, and publish.failed in the consumer's log says of each source why not. Until then the edge goes by what it knew: a new one takes nothing, a paused one still does.",
  clients:
    "The sweep tries every minute, and publish.failed in the consumer's log says of each client why not. KV that fails passes by itself; a destination whose settings cannot be opened, which it names, gets them anew by `leadrelay destination change <destination> --address`.",
};

/** What the edge does not know yet. */
export async function checkPublications(context: HealthContext): Promise<HealthCheck[]> {
  const [forms, clients, sources] = await runBatch(context.dependencies.control, [
    waitingForms(pipelineScope, mostCounted),
    waitingDirectConfigs(pipelineScope, mostCounted),
    waitingSources(pipelineScope, mostCounted),
  ]);
  const { scope, isWhole } = context;
  const isShown = (clientId: string) => isWhole || isInScope(scope, clientId);
  const timesOf = (waiting: typeof forms) =>
    waiting.filter(({ client_id }) => isShown(client_id)).map(({ updated_at }) => updated_at);
  return [
    judgeForms(timesOf(forms), context),
    judgeClients(clients.filter(isShown).length, context),
    ...judgeSources(timesOf(sources), context),
  ];
}

function judgeForms(times: readonly number[], { nowMs }: HealthContext): HealthCheck {
  const name = "form_snapshots";
  if (times.length === 0) return fine(name, "The edge knows every form as it is.");
  const since = Math.min(...times);
  const state = badnessOf(nowMs - since, limits);
  const message = `${sayCount(times.length, "form")} to be published, the oldest since ${spokenTime(since)}.`;
  return state === "ok" ? fine(name, message) : amiss(state, name, { message, todo: todo.forms, since });
}

/** Nothing is said of them where all are known: most installations have none. */
function judgeSources(times: readonly number[], { nowMs }: HealthContext): HealthCheck[] {
  const since = Math.min(...times);
  const state = times.length === 0 ? "ok" : badnessOf(nowMs - since, limits);
  if (state === "ok") return [];
  const message = `${sayCount(times.length, "source")} to be published, the oldest since ${spokenTime(since)}.`;
  return [amiss(state, "source_snapshots", { message, todo: todo.sources, since })];
}

/** Since when is not known: what the last sweep left behind could not be published, or was too much for one. */
function judgeClients(count: number, { sweep }: HealthContext): HealthCheck {
  const name = "direct_configs";
  if (count === 0) return fine(name, "What leads need while D1 is away is published for every client.");
  const message = `What leads need while D1 is away waits to be published for ${sayCount(count, "client")}.`;
  if (sweep === undefined || sweep.stale_clients === 0) return fine(name, message);
  return amiss("warning", name, { message, todo: todo.clients });
}
