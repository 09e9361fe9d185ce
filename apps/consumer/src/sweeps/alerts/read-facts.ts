import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { AlertedDestination, LetterGroupFacts } from "@leadrelay/core/alerts/plan-alerts";
import type { DueSignal } from "@leadrelay/core/signals/due-signal";
import type { AlertSubscriber } from "@leadrelay/db/alerts/alert-facts";
import { letterGroupsToTell } from "@leadrelay/db/alerts/letter-groups-to-tell";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { dueSignals } from "@leadrelay/db/signals/due-signals";
import type { Dependencies } from "../../dependencies.ts";

/** How far back a minute looks for what died: one that did not run is made up for. */
const lookBackMs = 3_600_000;

/** What is to be told in a lead database, and the destinations it is of. */
export interface AlertFacts {
  groups: (LetterGroupFacts & { lead: LeadPayload | null })[];
  signals: DueSignal[];
  destinations: ReadonlyMap<string, AlertedDestination>;
}

/** What died of late for these subscribers' clients, and the signals of everybody in their database, or, where not all are told at once, theirs. Two D1 calls, or one where that is nothing. */
export async function readFacts(
  { subscribers, isAll }: { subscribers: readonly AlertSubscriber[]; isAll: boolean },
  database: string,
  nowMs: number,
  { control, leadDatabase }: Pick<Dependencies, "control" | "leadDatabase">,
): Promise<AlertFacts> {
  const takers = subscribers.filter(({ event_types }) => event_types.includes("delivery.dead_lettered"));
  const clients = inTurn([...new Set(takers.map(({ client_id }) => client_id))], nowMs);
  const all = [...new Set(subscribers.map(({ client_id }) => client_id))];
  const [found, signals] = await runBatch(leadDatabase(database), [
    letterGroupsToTell(pipelineScope, clients, nowMs - lookBackMs),
    dueSignals(pipelineScope, nowMs, isAll ? null : all),
  ]);
  const ids = [...new Set([...found, ...signals].map(({ destination_id }) => destination_id))];
  const known = ids.length === 0 ? [] : await runOne(control, destinationsByIds(pipelineScope, ids));
  const destinations = new Map(
    known
      .filter(({ deleted }) => !deleted)
      .map(({ id, client_id, name, kind }) => [id, { id, client_id, name, kind }]),
  );
  const groups = found.flatMap(({ destination_id, client_id, ...group }) => {
    const destination = destinations.get(destination_id);
    return destination?.client_id === client_id ? [{ ...group, destination }] : [];
  });
  return { groups, signals, destinations };
}

/** Another one first each minute: where there is more than a minute tells of, nobody always comes last. */
function inTurn(clients: string[], nowMs: number): string[] {
  const first = Math.floor(nowMs / 60_000) % Math.max(1, clients.length);
  return [...clients.slice(first), ...clients.slice(0, first)];
}
