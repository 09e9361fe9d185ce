import type { ReplayPart } from "@leadrelay/contracts/replay";
import { emptyTally, tallyCandidates, type ReplayTally } from "@leadrelay/core/replay/tally-candidates";
import type { CandidatePage, ReplayCandidate, ReplayCursor } from "@leadrelay/db/replays/replay-candidate";
import { replayCandidates } from "@leadrelay/db/replays/replay-candidates";
import { replayDestinations, type ReplayDestination } from "@leadrelay/db/replays/replay-destinations";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { judgeAll } from "./judge-all.ts";

/** A plan is made within a request: beyond so many rows or pages it says that there are more. */
const mostExamined = 100_000;
/** D1 takes a thousand queries of one request (developers.cloudflare.com/d1/platform/limits), and each page is one. */
const mostPages = 800;
const pageSize = 1_000;
const partsARound = 10;

export interface CountedCandidates {
  tally: ReplayTally;
  destinations: ReadonlyMap<string, ReplayDestination>;
  /** Parts in which something matched, or that were not looked at to their end. */
  parts: ReplayPart[];
  is_complete: boolean;
}

interface OpenPart {
  part: ReplayPart;
  after: ReplayCursor | null;
}

/** Goes through all that a filter finds and counts what a replay would do with it now. */
export async function countCandidates(
  scope: OperatorScope,
  parts: readonly ReplayPart[],
  page: Pick<CandidatePage, "filter" | "until" | "plannedAt">,
  dependencies: {
    control: D1Database;
    leadDatabase: (binding: string) => D1Database;
    nowMs: number;
    /** Tests look at fewer. */
    examineAtMost?: number;
  },
): Promise<CountedCandidates> {
  const destinations = new Map<string, ReplayDestination>();
  const matched = new Set<ReplayPart>();
  let open: OpenPart[] = parts.map((part) => ({ part, after: null }));
  let tally = emptyTally;
  let [examined, pages] = [0, 0];
  const hasRoom = () => examined < (dependencies.examineAtMost ?? mostExamined) && pages < mostPages;
  while (open.length > 0 && hasRoom()) {
    const round = open.slice(0, partsARound);
    pages += round.length;
    const found = await readRound(scope, round, page, dependencies.leadDatabase);
    const candidates = found.flatMap((each) => each.candidates).filter(({ matches }) => matches);
    await addDestinations(scope, destinations, candidates, dependencies.control);
    tally = tallyCandidates(tally, judgeAll(candidates, destinations, dependencies.nowMs));
    for (const { part, candidates } of found)
      if (candidates.some(({ matches }) => matches)) matched.add(part);
    examined += found.reduce((sum, { candidates }) => sum + candidates.length, 0);
    open = [...found.flatMap(restOf), ...open.slice(partsARound)];
  }
  for (const { part } of open) matched.add(part);
  return { tally, destinations, parts: [...matched], is_complete: open.length === 0 };
}

interface FoundPart {
  part: ReplayPart;
  candidates: ReplayCandidate[];
}

/** A page of each part, in one call to each database. */
async function readRound(
  scope: OperatorScope,
  round: readonly OpenPart[],
  page: Pick<CandidatePage, "filter" | "until" | "plannedAt">,
  leadDatabase: (binding: string) => D1Database,
): Promise<FoundPart[]> {
  const byDatabase = Map.groupBy(round, ({ part }) => part.database);
  const pages = [...byDatabase].map(async ([database, opened]) => {
    const statements = opened.map(({ part, after }) =>
      replayCandidates(scope, part.client_id, { ...page, after, limit: pageSize }),
    );
    const found = await runBatch(leadDatabase(database), statements);
    return opened.map(({ part }, index) => ({ part, candidates: found[index] ?? [] }));
  });
  return (await Promise.all(pages)).flat();
}

function restOf({ part, candidates }: FoundPart): OpenPart[] {
  const last = candidates.at(-1);
  return last === undefined || candidates.length < pageSize ? [] : [{ part, after: last.cursor }];
}

async function addDestinations(
  scope: OperatorScope,
  known: Map<string, ReplayDestination>,
  candidates: readonly ReplayCandidate[],
  control: D1Database,
): Promise<void> {
  const wanted = new Set(candidates.flatMap(({ destination_id }) => destination_id ?? []));
  const missing = [...wanted].filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const found = await runOne(control, replayDestinations(scope, missing));
  for (const destination of found) known.set(destination.id, destination);
}
