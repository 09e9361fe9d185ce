import type { NeedFact } from "@leadrelay/core/needs/need";
import { firstDayNeeded } from "@leadrelay/core/statistics/today-figures";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import type { DayCounters } from "@leadrelay/core/statistics/day-counters";
import { countedD1 } from "@leadrelay/db/counted-d1";
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
import { pastDays } from "./past-days.ts";

const threeDaysMs = 3 * 86_400_000;
/** Of so many clients D1 is asked for all nine days each time; of more, days that are over are kept in KV. */
const fewClients = 3;

interface ReadHome {
  days: readonly DayCounters[];
  facts: NeedFact[];
  openLetters: number;
  hasLeads: boolean;
  /** Rows that it reads each time it is asked. */
  rows: number;
}

/** What home is made from: a row for each day of each client, and of what is amiss. What is well costs nothing. */
export async function readHome(
  scope: OperatorScope,
  at: { since: number; nowMs: number },
  uncounted: AdminDependencies,
): Promise<ReadHome> {
  const spent = { rows: 0 };
  const dependencies: AdminDependencies = {
    ...uncounted,
    control: countedD1(uncounted.control, spent),
    leadDatabase: (binding) => countedD1(uncounted.leadDatabase(binding), spent),
  };
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
  const facts = await needFacts(found, scope, dependencies, at.nowMs);
  const hasLeads = found.days.some(({ last_at }) => last_at !== null) || (await hasAny());
  return {
    days: found.days,
    facts,
    openLetters: letters.reduce((sum, { open_count }) => sum + open_count, 0),
    hasLeads,
    rows: spent.rows,
  };

  async function readDatabase(database: string, clientIds: readonly string[]) {
    const own = { ...scope, clients: scope.clients.filter(({ id }) => clientIds.includes(id)) };
    const today = dayOf(at.nowMs);
    const from = firstDayNeeded(at.since);
    const arrivedFrom = Math.min(today - 1, dayOf(at.since));
    const isKept = clientIds.length > fewClients;
    const [[days, open, suspect, full, quarantined, toNobody], past] = await Promise.all([
      runBatch(dependencies.leadDatabase(database), [
        dayCounters(own, clientIds, isKept ? { from: today, until: today + 1 } : { from, arrivedFrom }),
        openLetterCounts(own),
        suspectDestinations(own, clientIds),
        fullDestinations(own, clientIds),
        quarantinedCounts(own, clientIds, mostCounted),
        toNobodyCounts(own, clientIds, { since: at.nowMs - threeDaysMs, most: mostCounted }),
      ]),
      isKept ? pastDays({ database, clientIds, from, until: today }, readPast, uncounted) : [],
    ]);
    return { days: [...past, ...days], letters: open, suspect, full, quarantined, toNobody };

    function readPast() {
      const asked = dayCounters(own, clientIds, { from, until: today, arrivedFrom });
      return runOne(uncounted.leadDatabase(database), asked);
    }
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
