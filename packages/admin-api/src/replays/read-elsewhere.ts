import type { z } from "@hono/zod-openapi";
import type { ReplayFilter, ReplaySummary } from "@leadrelay/contracts/replay";
import { whatElseWaits } from "@leadrelay/core/replay/what-else-waits";
import type { OperatorScope } from "@leadrelay/db/scope";
import { countOpenLetters } from "../dead-letters/count-open-letters.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readBacklogs, type Backlog } from "../queue-status/read-backlogs.ts";
import type { replaySchema } from "./replay-schema.ts";

type Elsewhere = z.input<typeof replaySchema>["elsewhere"];

/** What else waits where a plan came to nothing, by the counts that are kept, and backlogs no further than they are counted. */
export async function readElsewhere(
  scope: OperatorScope,
  { filter, summary }: { filter: ReplayFilter; summary: ReplaySummary },
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase" | "leadDatabaseNames" | "now">,
): Promise<Elsewhere> {
  if (filter.status === "unsent") return [];
  const asked = askedOf(scope, filter);
  const [{ backlogs, most }, { by_kind: letters }] = await Promise.all([
    readBacklogs(asked, dependencies),
    countOpenLetters(asked, dependencies),
  ]);
  const wanted = backlogs.filter(
    ({ destination }) => filter.destination_ids?.includes(destination.id) ?? true,
  );
  const sum = (of: (backlog: Backlog) => number) => ({
    count: wanted.reduce((total, backlog) => total + of(backlog), 0),
    isMore: wanted.some((backlog) => of(backlog) >= most),
  });
  const waiting = {
    pending: sum(({ later }) => later),
    held: sum(({ held }) => held),
    due: sum(({ due, in_flight }) => due + in_flight),
    letters,
  };
  return whatElseWaits(filter, waiting, summary.skipped).map((one) => ({
    count: one.count,
    is_more: one.isMore,
    meaning: one.meaning,
    filter: one.filter,
  }));
}

/** The scope's clients that the filter asks for; without any, letters of nobody's too. */
function askedOf(scope: OperatorScope, { client_ids }: ReplayFilter): OperatorScope {
  if (client_ids === undefined) return scope;
  const clients = scope.clients.filter(({ id }) => client_ids.includes(id));
  return { ...scope, clients, agencyIds: [], isInstallation: false };
}
