import type { ReplayPart } from "@leadrelay/contracts/replay";
import { emptyTally, tallyCandidates, type ReplayTally } from "@leadrelay/core/replay/tally-candidates";
import type { CandidatePage, ReplayCandidate, ReplayCursor } from "@leadrelay/db/replays/replay-candidate";
import { replayCandidates } from "@leadrelay/db/replays/replay-candidates";
import { replayDestinations, type ReplayDestination } from "@leadrelay/db/replays/replay-destinations";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { judgeAll } from "./judge-all.ts";

/** Beyond so many rows a plan says that there are more. */
const mostExamined = 100_000;
/** A step is a request's, and each page a query of it: D1 does other work between two calls, each of a few milliseconds. */
const mostOfStep = { examined: 10_000, pages: 200 };
const pageSize = 500;
const partsARound = 5;

/** How far the counting is, as JSON keeps it. */
export interface Counting {
  /** Parts that are not looked at to their end. */
  open: OpenPart[];
  /** Parts in which something matched. */
  matched: ReplayPart[];
  tally: Omit<ReplayTally, "sends"> & { sends: [destinationId: string, count: number][] };
  /** Of all that matched, sent to or not. */
  destinationIds: string[];
  /** Rows looked at so far. */
  examined: number;
}

interface OpenPart {
  part: ReplayPart;
  after: ReplayCursor | null;
}

/** Nothing is counted yet. */
export const beginCounting = (parts: readonly ReplayPart[]): Counting => ({
  open: parts.map((part) => ({ part, after: null })),
  matched: [],
  tally: { ...emptyTally, sends: [] },
  destinationIds: [],
  examined: 0,
});

interface CountDependencies {
  control: D1Database;
  leadDatabase: (binding: string) => D1Database;
  nowMs: number;
  /** Tests look at fewer. */
  examineAtMost?: number;
}

/** Whether there is nothing left to count, or more than a plan counts. */
export const isCounted = ({ open, examined }: Counting, examineAtMost = mostExamined): boolean =>
  open.length === 0 || examined >= examineAtMost;

/** Goes on counting what a filter finds and what a replay would do with it now, by one bounded step. */
export async function countStep(
  scope: OperatorScope,
  counting: Counting,
  page: Pick<CandidatePage, "filter" | "until" | "plannedAt">,
  dependencies: CountDependencies,
): Promise<Counting> {
  const known = new Map<string, ReplayDestination>();
  const matched = new Set(counting.matched.map((part) => JSON.stringify(part)));
  let { open, examined } = counting;
  let tally: ReplayTally = { ...counting.tally, sends: new Map(counting.tally.sends) };
  const last = Math.min(dependencies.examineAtMost ?? mostExamined, examined + mostOfStep.examined);
  for (let pages = 0; open.length > 0 && examined < last && pages < mostOfStep.pages;) {
    const round = open.slice(0, partsARound);
    pages += round.length;
    const found = await readRound(scope, round, page, dependencies.leadDatabase);
    const candidates = found.flatMap((each) => each.candidates).filter(({ matches }) => matches);
    await addDestinations(scope, known, candidates, dependencies.control);
    tally = tallyCandidates(tally, judgeAll(candidates, known, dependencies.nowMs));
    for (const { part, candidates } of found)
      if (candidates.some(({ matches }) => matches)) matched.add(JSON.stringify(part));
    examined += found.reduce((sum, { candidates }) => sum + candidates.length, 0);
    open = [...found.flatMap(restOf), ...open.slice(partsARound)];
  }
  return {
    open,
    matched: [...matched].map((part) => JSON.parse(part) as ReplayPart),
    tally: { ...tally, sends: [...tally.sends] },
    destinationIds: [...new Set([...counting.destinationIds, ...known.keys()])],
    examined,
  };
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
