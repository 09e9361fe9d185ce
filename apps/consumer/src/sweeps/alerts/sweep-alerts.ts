import { letterRepeatMs, planAlerts, shortestOutageMs } from "@leadrelay/core/alerts/plan-alerts";
import {
  alertSubscribers,
  downSince,
  endedOutages,
  goneSince,
  toldLetters,
} from "@leadrelay/db/alerts/alert-facts";
import { forgetOldTold, rememberTold } from "@leadrelay/db/alerts/write-alerts";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { eachDatabase } from "../each-database.ts";
import { openBudget } from "../budget.ts";
import { readFacts } from "./read-facts.ts";
import { tellAlerts } from "./tell-alerts.ts";

/** What was told of letters is forgotten after that: by then it would be told again. */
const forgottenAfterMs = 7 * letterRepeatMs;

/** Facts, then for each database what died and was signalled there, of which destinations, and what is written; and what was told. */
const callsOfFacts = 2;
const callsOfDatabase = 4;

interface OfClient {
  destination: { client_id: string };
}

/**
 * Tells those who want to know of it that a destination is down, back or switched off, of leads that died, and what signals say: each once, to the
 * destinations of its client that take such events. Where none does, three look-ups through indices of their own, and nothing is read besides.
 */
export async function sweepAlerts(dependencies: Dependencies, budget = openBudget()): Promise<number> {
  const { control, now } = dependencies;
  const nowMs = now();
  if (!budget.take(callsOfFacts)) return 0;
  const [{ subscribers, isAll }, down, gone, ended, letters] = await runBatch(control, [
    alertSubscribers(pipelineScope, nowMs),
    downSince(pipelineScope, nowMs - shortestOutageMs),
    goneSince(pipelineScope, nowMs - letterRepeatMs),
    endedOutages(pipelineScope),
    toldLetters(pipelineScope),
    forgetOldTold(pipelineScope, nowMs - forgottenAfterMs),
  ]);
  if (subscribers.length === 0 && ended.length === 0) return 0;
  const told = [...ended, ...letters];
  const byDatabase = Map.groupBy(subscribers, ({ database }) => database);
  const wanted = new Set(subscribers.map(({ client_id }) => client_id));
  const isWanted = ({ destination }: OfClient) => wanted.has(destination.client_id);
  const troubles = [...down, ...gone].filter(isWanted);
  let moved = 0;
  await eachDatabase({ leadDatabaseNames: [...byDatabase.keys()], now }, async (database) => {
    if (!budget.take(callsOfDatabase)) return 0;
    const own = byDatabase.get(database) ?? [];
    const ofThese = new Set(own.map(({ client_id }) => client_id));
    const isOwn = ({ destination }: OfClient) => ofThese.has(destination.client_id);
    const facts = await readFacts({ subscribers: own, isAll }, database, nowMs, dependencies);
    const known = {
      troubles: troubles.filter(isOwn),
      groups: facts.groups,
      told: told.filter(isOwn),
    };
    const plan = planAlerts(known, nowMs);
    const made = await tellAlerts(plan, facts, { own, database }, nowMs, dependencies);
    moved += made;
    return made;
  });
  // Of clients who want to know no more; those whose turn it is not are told later.
  const left = ended.filter(({ is_watched }) => !is_watched).map(({ subject }) => subject);
  if (left.length > 0) await runBatch(control, rememberTold(pipelineScope, [], left));
  return moved;
}
