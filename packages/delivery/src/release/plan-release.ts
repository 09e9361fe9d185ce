import type { ReplayPart, ReplaySummary, UnsentFilter } from "@leadrelay/contracts/replay";
import { slotsMs } from "@leadrelay/core/replay/slots";
import { tallyReleases, type ReleaseVerdict } from "@leadrelay/core/release/tally-releases";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import { findReleases } from "./find-releases.ts";
import { judgeReleases, type JudgedRelease } from "./judge-releases.ts";
import type { ReleaseDependencies } from "./release-dependencies.ts";

/** What a release would do: the summary at a pace, which the kinds it sends to may decide. */
export type PlannedRelease =
  | {
      kind: "counted";
      /** With the submissions of each, in the order in which they are released. */
      parts: ReplayPart[];
      /** The adapters' kinds that it sends to. */
      kinds: string[];
      summarise: (pace: number | null) => ReplaySummary;
    }
  /** No submission with this id is in the scope. */
  | { kind: "not_found"; subject: "submission"; id: string };

/** Finds what a filter wants, at most a thousand submissions, the oldest first, and says what a release would do with each. */
export async function planRelease(
  scope: OperatorScope,
  filter: UnsentFilter,
  { parts, until }: { parts: readonly ReplayPart[]; until: number },
  dependencies: ReleaseDependencies,
): Promise<PlannedRelease> {
  const found = await findReleases(scope, filter, { parts, until }, dependencies);
  if (found.kind === "not_found") return found;
  const clientIds = found.parts.flatMap(({ client_id }) => client_id ?? []);
  const destinations = await runOne(dependencies.control, destinationsOfClients(pipelineScope, clientIds));
  const to = filter.destination_ids ?? null;
  const judged: JudgedRelease[] = [];
  for (const { client_id, database, submission_ids: ids = [] } of found.parts) {
    const clientId = client_id ?? "";
    const own = destinations.filter((destination) => destination.client_id === clientId);
    judged.push(
      ...(await judgeReleases(scope, { clientId, database, ids, to, destinations: own }, dependencies)),
    );
  }
  const tally = tallyReleases(judged.flatMap(toCounted));
  const sentTo = destinations.filter(({ id }) => tally.sends.has(id));
  return {
    kind: "counted",
    parts: found.parts,
    kinds: sentTo.map(({ kind }) => kind),
    summarise: (pace) => summaryOf(tally, sentTo, { pace, leavesMore: found.leavesMore }),
  };
}

const toCounted = ({ rule, submitted_at, fate }: JudgedRelease) => ({
  rule: rule ?? ("no_destination" as const),
  submitted_at,
  verdict: verdictOf(fate),
});

function verdictOf(fate: JudgedRelease["fate"]): ReleaseVerdict {
  if (fate.kind !== "send") return fate;
  return { kind: "send", destinationIds: fate.deliveries.map(({ destination_id }) => destination_id) };
}

function summaryOf(
  { sends, messages, rules, oldest, newest, skipped }: ReturnType<typeof tallyReleases>,
  sentTo: readonly Destination[],
  { pace, leavesMore }: { pace: number | null; leavesMore: boolean },
): ReplaySummary {
  const destinations = sentTo.map(({ id, client_id, name }) => ({
    id,
    client_id,
    name,
    count: sends.get(id) ?? 0,
  }));
  const longest = Math.max(0, ...sends.values());
  const byRule = [...rules].map(([rule, count]) => ({ rule, count })).toSorted((a, b) => b.count - a.count);
  return {
    count: destinations.reduce((sum, { count }) => sum + count, 0) + messages,
    messages,
    oldest,
    newest,
    destinations: destinations.toSorted((a, b) => b.count - a.count),
    estimated_ms: pace === null || longest === 0 ? null : slotsMs(longest, pace),
    skipped,
    is_complete: true,
    release: {
      submissions: byRule.reduce((sum, { count }) => sum + count, 0),
      rules: byRule,
      leaves_more: leavesMore,
    },
  };
}
