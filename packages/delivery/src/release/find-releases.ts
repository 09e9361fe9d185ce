import type { ReplayPart, UnsentFilter } from "@leadrelay/contracts/replay";
import { rulesOf } from "@leadrelay/core/release/rules-of";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { locateSubmissions } from "@leadrelay/db/unsent/locate-submissions";
import { oldestBlocked, oldestQuarantined, oldestUnsent } from "@leadrelay/db/unsent/oldest-unsent";
import type { ReleaseDependencies } from "./release-dependencies.ts";

/** What one plan takes: whoever releases more plans again. */
const mostReleased = 1_000;
/** D1 takes a thousand queries of one request, and judging a client's takes three. */
const mostClients = 200;
/** Rows that are looked at for what a filter wants, all clients together; of one no more than those. */
const mostLooked = 100_000;
const mostLookedOfEach = 20_000;
/** And in one call: between two D1 does what others wait for. */
const mostLookedAtOnce = 5_000;

export type FoundReleases =
  | { kind: "found"; parts: ReplayPart[]; leavesMore: boolean }
  | { kind: "not_found"; subject: "submission"; id: string };

interface Place {
  parts: readonly ReplayPart[];
  /** Nothing that came later, ms UTC. */
  until: number;
}

interface FoundId {
  client_id: string;
  public_id: string;
  submitted_at: number;
}

/** The submissions a release is of, by client: those named, or the oldest that the filter wants. */
export async function findReleases(
  scope: OperatorScope,
  filter: UnsentFilter,
  place: Place,
  { leadDatabase }: Pick<ReleaseDependencies, "leadDatabase">,
): Promise<FoundReleases> {
  const databases = [...Map.groupBy(place.parts, ({ database }) => database)];
  const ids = filter.submission_ids;
  const found: FoundId[] = [];
  let hasMore = false;
  for (const [database, parts] of databases) {
    const clientIds = parts.flatMap(({ client_id }) => client_id ?? []);
    const d1 = leadDatabase(database);
    if (ids !== undefined) found.push(...(await runOne(d1, locateSubmissions(scope, clientIds, ids))));
    else {
      const wanted = wantedOf(filter, place);
      const atOnce = Math.max(1, Math.floor(mostLookedAtOnce / wanted.looked));
      for (const source of [oldestUnsent, oldestBlocked, oldestQuarantined])
        for (let from = 0; from < clientIds.length; from += atOnce) {
          const read = await runOne(d1, source(scope, clientIds.slice(from, from + atOnce), wanted));
          found.push(...read.flatMap((of) => of.found));
          hasMore ||= read.some((of) => of.hasMore);
        }
    }
  }
  const known = new Set(found.map(({ public_id }) => public_id));
  const missing = ids?.find((id) => !known.has(id));
  if (missing !== undefined) return { kind: "not_found", subject: "submission", id: missing };
  const oldest = found.toSorted((a, b) => a.submitted_at - b.submitted_at).slice(0, mostReleased);
  const parts = partsOf(oldest, place.parts);
  return { kind: "found", parts: parts.slice(0, mostClients), leavesMore: hasMore || isCut(found, parts) };
}

const isCut = (found: readonly FoundId[], parts: readonly ReplayPart[]) =>
  found.length > mostReleased || parts.length > mostClients;

function wantedOf({ rules, form_ids, since = 0 }: UnsentFilter, { parts, until }: Place) {
  const looked = Math.min(mostLookedOfEach, Math.ceil(mostLooked / Math.max(1, parts.length)));
  return { since, until, rules: rulesOf(rules), formIds: form_ids, looked, limit: mostReleased };
}

/** A submission that stood apart, and is stored since, comes twice. */
function partsOf(found: readonly FoundId[], parts: readonly ReplayPart[]): ReplayPart[] {
  const byClient = Map.groupBy(found, ({ client_id }) => client_id);
  return parts.flatMap((part) => {
    const own = byClient.get(part.client_id ?? "") ?? [];
    const submission_ids = [...new Set(own.map(({ public_id }) => public_id))];
    return submission_ids.length === 0 ? [] : [{ ...part, submission_ids }];
  });
}
