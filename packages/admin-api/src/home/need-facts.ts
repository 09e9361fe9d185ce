import type { NeedFact } from "@leadrelay/core/needs/need";
import { losingForms } from "@leadrelay/core/needs/losing-forms";
import { quietForms } from "@leadrelay/core/needs/quiet-forms";
import { destinationStates } from "@leadrelay/db/destinations/destination-states";
import { liveForms } from "@leadrelay/db/forms/live-forms";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { findWaiting } from "./find-waiting.ts";
import { mostCounted, type FoundOfClients } from "./found-of-clients.ts";
import { readOpenGroups } from "./read-open-groups.ts";

/** More than this nobody reads; what is left out comes when these are done. */
const mostNamed = 10;

/** What was found, as facts that needs are judged by: with names, and how many leads wait. */
export async function needFacts(
  found: FoundOfClients,
  scope: OperatorScope,
  dependencies: AdminDependencies,
  nowMs: number,
): Promise<NeedFact[]> {
  const quiet = quietForms(found.days, nowMs);
  const losing = losingForms(found.days, dependencies.refusalLimits, nowMs);
  const [waiting, groups] = await Promise.all([
    findWaiting(found, scope, dependencies, nowMs),
    readOpenGroups(found.letters, scope, dependencies),
  ]);
  const full = found.full.filter(({ id }) => !found.off.some((off) => off.id === id));
  const named = [
    ...groups.flatMap(({ destination_id }) => destination_id ?? []),
    ...ids(full),
    ...ids(found.suspect),
    ...ids(waiting.unconfirmed),
  ];
  const forms = [...losing, ...quiet].map(({ form_id }) => form_id);
  const [destinations, liveOnes] = await runBatch(dependencies.control, [
    destinationStates(scope, [...new Set(named)].slice(0, mostNamed)),
    liveForms(scope, [...new Set(forms)].slice(0, mostNamed)),
  ]);
  const destinationOf = (id: string | null) => {
    const one = destinations.find((each) => each.id === id && each.deleted_at === null);
    return one === undefined ? undefined : { id: one.id, name: one.name, kind: one.kind };
  };
  const ofForm = (form_id: string) => {
    const one = liveOnes.find(({ id }) => id === form_id);
    return one === undefined ? undefined : { id: one.id, name: one.name };
  };
  const waitsAt = (id: string) => waiting.at.get(id) ?? { count: 0, is_more: false };
  return [
    ...losing.flatMap(({ form_id, client_id, how, lost, posts, since }): NeedFact[] => {
      const form = ofForm(form_id);
      const kind = how === "refused" ? ("form_refuses" as const) : ("form_drops" as const);
      return form === undefined ? [] : [{ kind, client_id, form, count: lost, of: posts, since }];
    }),
    ...quiet.flatMap(({ form_id, client_id, last_at, expected }): NeedFact[] => {
      const form = ofForm(form_id);
      return form === undefined
        ? []
        : [{ kind: "form_quiet", client_id, form, count: 0, of: expected, since: last_at }];
    }),
    ...found.off.flatMap(({ id, name, client_id, disabled_reason, disabled_at }): NeedFact[] => {
      const fact = {
        client_id,
        destination: { id, name },
        since: disabled_at,
        reason: disabled_reason,
        ...waitsAt(id),
      };
      if (disabled_reason === "gone" || disabled_reason === "failing")
        return [{ kind: "destination_off", ...fact }];
      return fact.count === 0 ? [] : [{ kind: "destination_holds", ...fact }];
    }),
    ...found.down.map(({ id, name, client_id, is_refusing, since }): NeedFact => ({
      kind: is_refusing === 1 ? "destination_refuses" : "destination_down",
      client_id,
      destination: { id, name },
      since,
      ...waitsAt(id),
    })),
    ...full.flatMap(({ id, client_id }): NeedFact[] => {
      const destination = destinationOf(id);
      const fact = waitsAt(id);
      // Its hours or its caps end by themselves, but for one in total, which nobody is told the end of here.
      return destination === undefined || fact.count === 0
        ? []
        : [{ kind: "destination_full", client_id, destination, since: null, until: nowMs, ...fact }];
    }),
    ...found.suspect.flatMap(({ id, client_id, count, since }): NeedFact[] => {
      const destination = destinationOf(id);
      return destination === undefined
        ? []
        : [{ kind: "answer_suspect", client_id, destination, count, since }];
    }),
    ...waiting.unconfirmed.flatMap(({ id, client_id, count, oldest }): NeedFact[] => {
      const destination = destinationOf(id);
      return destination === undefined
        ? []
        : [{ kind: "unconfirmed", client_id, destination, since: oldest, ...counted(count) }];
    }),
    ...groups.map((group): NeedFact => {
      const destination = destinationOf(group.destination_id);
      const isKey = destination !== undefined && [401, 403].includes(group.status_code ?? 0);
      return {
        kind: isKey ? "key_rejected" : "dead_letters",
        client_id: group.client_id,
        ...(destination === undefined ? {} : { destination }),
        count: group.open_count,
        since: group.first_failed_at,
        status_code: group.status_code,
        reason: group.cause,
      };
    }),
    ...found.toNobody.flatMap((one): NeedFact[] => ofClient("sent_to_nobody", one)),
    ...found.quarantined.flatMap((one): NeedFact[] => ofClient("quarantined", one)),
  ];
}

const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);

const counted = (count: number) => ({ count, is_more: count >= mostCounted });

const ofClient = (
  kind: "sent_to_nobody" | "quarantined",
  { id, count, oldest }: FoundOfClients["quarantined"][number],
): NeedFact[] => (count === 0 ? [] : [{ kind, client_id: id, since: oldest, ...counted(count) }]);
