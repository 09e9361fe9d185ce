import { alertRows, type AlertRows } from "@leadrelay/core/alerts/alert-rows";
import {
  letterRepeatMs,
  planAlerts,
  shortestOutageMs,
  type LetterGroupFacts,
  type PlannedAlert,
} from "@leadrelay/core/alerts/plan-alerts";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import {
  alertSubscribers,
  downSince,
  goneSince,
  toldAlerts,
  type AlertSubscriber,
} from "@leadrelay/db/alerts/alert-facts";
import { letterGroupsToTell } from "@leadrelay/db/alerts/letter-groups-to-tell";
import { forgetOldTold, insertAlerts, rememberTold } from "@leadrelay/db/alerts/write-alerts";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { eachDatabase } from "../each-database.ts";
import { openBudget } from "../budget.ts";

/** How far back a minute looks for what died: one that did not run is made up for. */
const lookBackMs = 3_600_000;

/** What was told of letters is forgotten after that: by then it would be told again. */
const forgottenAfterMs = 7 * letterRepeatMs;

/** Facts, then for each database what died there and what is written; and what was told. */
const callsOfFacts = 2;
const callsOfDatabase = 3;

interface Told extends LetterGroupFacts {
  lead: LeadPayload | null;
}

/**
 * Tells those who want to know of it that a destination is down, back or switched off, and of leads that died: each once, to the destinations of
 * its client that take such events. Where none does, three look-ups through indices of their own, and nothing is read besides.
 */
export async function sweepAlerts(dependencies: Dependencies, budget = openBudget()): Promise<number> {
  const { control, now } = dependencies;
  const nowMs = now();
  if (!budget.take(callsOfFacts)) return 0;
  const [subscribers, down, gone, told] = await runBatch(control, [
    alertSubscribers(pipelineScope),
    downSince(pipelineScope, nowMs - shortestOutageMs),
    goneSince(pipelineScope, nowMs - letterRepeatMs),
    toldAlerts(pipelineScope),
    forgetOldTold(pipelineScope, nowMs - forgottenAfterMs),
  ]);
  if (subscribers.length === 0 && told.length === 0) return 0;
  const byDatabase = Map.groupBy(subscribers, ({ database }) => database);
  const wanted = new Set(subscribers.map(({ client_id }) => client_id));
  const isWanted = ({ destination }: { destination: { client_id: string } }) =>
    wanted.has(destination.client_id);
  const troubles = [...down, ...gone].filter(isWanted);
  let moved = 0;
  await eachDatabase({ leadDatabaseNames: [...byDatabase.keys()], now }, async (database) => {
    if (!budget.take(callsOfDatabase)) return 0;
    const own = byDatabase.get(database) ?? [];
    const ofThese = new Set(own.map(({ client_id }) => client_id));
    const isOwn = ({ destination }: { destination: { client_id: string } }) =>
      ofThese.has(destination.client_id);
    const groups = await readGroups(own, database, nowMs, dependencies);
    const facts = { troubles: troubles.filter(isOwn), groups, told: told.filter(isOwn) };
    const { alerts, over } = planAlerts(facts, nowMs);
    moved += await tell(alerts, over, groups, own, database, nowMs, dependencies);
    return alerts.length;
  });
  // Of clients who want to know no more.
  const left = told.filter((one) => one.kind === "down" && !isWanted(one)).map(({ subject }) => subject);
  if (left.length > 0) await runBatch(control, rememberTold(pipelineScope, [], left));
  return moved;
}

/** What died of late for these subscribers' clients, with the destination it was for. */
async function readGroups(
  own: readonly AlertSubscriber[],
  database: string,
  nowMs: number,
  { control, leadDatabase }: Dependencies,
): Promise<Told[]> {
  const takers = own.filter(({ event_types }) => event_types.includes("delivery.dead_lettered"));
  if (takers.length === 0) return [];
  const clients = [...new Set(takers.map(({ client_id }) => client_id))];
  const found = await runOne(
    leadDatabase(database),
    letterGroupsToTell(pipelineScope, clients, nowMs - lookBackMs),
  );
  if (found.length === 0) return [];
  const ids = [...new Set(found.map(({ destination_id }) => destination_id))];
  const known = await runOne(control, destinationsByIds(pipelineScope, ids));
  const byId = new Map(known.map(({ id, client_id, name, kind }) => [id, { id, client_id, name, kind }]));
  return found.flatMap(({ destination_id, client_id, ...group }) => {
    const destination = byId.get(destination_id);
    return destination?.client_id === client_id ? [{ ...group, destination }] : [];
  });
}

/** The alerts first: told twice they are one, remembered and not told they would be none. */
async function tell(
  alerts: readonly PlannedAlert[],
  over: readonly string[],
  groups: readonly Told[],
  own: readonly AlertSubscriber[],
  database: string,
  nowMs: number,
  { control, leadDatabase, config }: Dependencies,
): Promise<number> {
  if (alerts.length === 0 && over.length === 0) return 0;
  const subscribers = own.map((one) => ({
    ...one,
    max_attempts: scheduleOf(one.retry_schedule, config.retrySchedule).length + 1,
  }));
  const leads = new Map(groups.map(({ sample_id, lead }) => [sample_id, lead]));
  const rows: AlertRows = { events: [], deliveries: [] };
  for (const { id, alert } of alerts) {
    const lead = leads.get(alert.dead_letters?.sample_id ?? "") ?? null;
    const made = alertRows({ id, alert, lead }, subscribers, { environment: config.environment, nowMs });
    rows.events.push(...made.events);
    rows.deliveries.push(...made.deliveries);
  }
  if (rows.events.length > 0) await runBatch(leadDatabase(database), insertAlerts(pipelineScope, rows));
  const remembered = alerts.flatMap(({ remember }) => (remember === null ? [] : [remember]));
  const ended = alerts.filter(({ remember }) => remember === null).map(({ subject }) => subject);
  await runBatch(control, rememberTold(pipelineScope, remembered, [...over, ...ended]));
  return rows.deliveries.length;
}
