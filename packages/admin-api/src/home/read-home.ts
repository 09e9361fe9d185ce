import type { NeedFact } from "@leadrelay/core/needs/need";
import { firstDayNeeded } from "@leadrelay/core/statistics/today-figures";
import type { DayCounters } from "@leadrelay/core/statistics/day-counters";
import { openLetterCounts } from "@leadrelay/db/dead-letters/open-letter-counts";
import { fullDestinations, haveLeads, suspectDestinations } from "@leadrelay/db/needs/marked-destinations";
import { downDestinations, mustConfirm, offDestinations } from "@leadrelay/db/needs/troubled-destinations";
import { quarantinedCounts, toNobodyCounts } from "@leadrelay/db/needs/waiting-counts";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { clientIdsOf, type OperatorScope } from "@leadrelay/db/scope";
import { dayCounters } from "@leadrelay/db/statistics/day-counters";
import type { AdminDependencies } from "../dependencies.ts";
import { mostCounted, type FoundOfClients } from "./found-of-clients.ts";
import { needFacts } from "./need-facts.ts";

const threeDaysMs = 3 * 86_400_000;

interface ReadHome {
  days: readonly DayCounters[];
  facts: NeedFact[];
  openLetters: number;
  hasLeads: boolean;
}

/** What home is made from: a row for each day of each client, and of what is amiss. What is well costs nothing. */
export async function readHome(
  scope: OperatorScope,
  at: { since: number; nowMs: number },
  dependencies: AdminDependencies,
): Promise<ReadHome> {
  const all = clientIdsOf(scope);
  const databases = Map.groupBy(scope.clients, ({ database }) => database);
  const [[down, off, confirming], ...read] = await Promise.all([
    runBatch(dependencies.control, [
      downDestinations(scope, all),
      offDestinations(scope, all),
      mustConfirm(scope, all),
    ]),
    ...[...databases].map(([database, clients]) =>
      readDatabase(
        database,
        clients.map(({ id }) => id),
      ),
    ),
  ]);
  const letters = read.flatMap((one) => one.letters);
  const found: FoundOfClients = {
    down,
    off,
    confirming,
    days: read.flatMap((one) => one.days),
    letters,
    suspect: read.flatMap((one) => one.suspect),
    full: read.flatMap((one) => one.full),
    quarantined: read.flatMap((one) => one.quarantined),
    toNobody: read.flatMap((one) => one.toNobody),
  };
  return {
    days: found.days,
    facts: await needFacts(found, scope, dependencies, at.nowMs),
    openLetters: letters.reduce((sum, { open_count }) => sum + open_count, 0),
    hasLeads: found.days.some(({ last_at }) => last_at !== null) || (await hasAny()),
  };

  async function readDatabase(database: string, clientIds: readonly string[]) {
    const own = { ...scope, clients: scope.clients.filter(({ id }) => clientIds.includes(id)) };
    const [days, open, suspect, full, quarantined, toNobody] = await runBatch(
      dependencies.leadDatabase(database),
      [
        dayCounters(own, clientIds, firstDayNeeded(at.since)),
        openLetterCounts(own),
        suspectDestinations(own, clientIds),
        fullDestinations(own, clientIds),
        quarantinedCounts(own, clientIds, mostCounted),
        toNobodyCounts(own, clientIds, { since: at.nowMs - threeDaysMs, most: mostCounted }),
      ],
    );
    return { days, letters: open, suspect, full, quarantined, toNobody };
  }

  /** Of those that nothing came in for of late. */
  async function hasAny(): Promise<boolean> {
    const answers = await Promise.all(
      [...databases].map(([database, clients]) =>
        runOne(
          dependencies.leadDatabase(database),
          haveLeads(
            scope,
            clients.map(({ id }) => id),
          ),
        ),
      ),
    );
    return answers.flat().includes(true);
  }
}
