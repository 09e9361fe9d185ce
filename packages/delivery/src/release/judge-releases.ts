import type { UnsentRule } from "@leadrelay/contracts/unsent-rule";
import type { ReplaySkipReason } from "@leadrelay/contracts/replay";
import type { DeliveryRow, EventRow } from "@leadrelay/core/decide/commit-plan";
import { planReleases } from "@leadrelay/core/release/plan-releases";
import type { Went } from "@leadrelay/core/routes/went-of";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { storedFilter } from "@leadrelay/core/shape/stored-filter";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { formMappings } from "@leadrelay/db/forms/form-mappings";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { Scope } from "@leadrelay/db/scope";
import type { BlockedIpLeadsTable } from "@leadrelay/db/tables/blocked-ip-leads-table";
import { blockedToRelease } from "@leadrelay/db/unsent/blocked-to-release";
import { quarantinedToRelease } from "@leadrelay/db/unsent/quarantined-to-release";
import {
  releasableSubmissions,
  type ReleasableSubmission,
} from "@leadrelay/db/unsent/releasable-submissions";
import type { ReleaseDependencies } from "./release-dependencies.ts";

/** A submission that is to be released, and what becomes of it. */
export interface JudgedRelease {
  public_id: string;
  submitted_at: number;
  /** null: something was sent of it, or it is not there. */
  rule: UnsentRule | null;
  fate:
    | {
        kind: "send";
        submission: ReleasableSubmission;
        event: EventRow;
        deliveries: DeliveryRow[];
        went: Went;
      }
    /** Through intake; `row` where it came from a blocked address. */
    | { kind: "enqueue"; row: BlockedIpLeadsTable | null }
    | { kind: "skip"; reason: ReplaySkipReason };
}

/** What stands apart from leads. */
interface Apart {
  rule: UnsentRule;
  place: { public_id: string; submitted_at: number; released_at: number | null };
  row: BlockedIpLeadsTable | null;
}

interface Asked {
  clientId: string;
  database: string;
  /** In the order in which they are released. */
  ids: readonly string[];
  /** Only to these destinations, whatever they take; null: to those that take it. */
  to: readonly string[] | null;
  /** The client's. */
  destinations: readonly Destination[];
}

/** What becomes of these submissions of a client, in order, as things are now. */
export async function judgeReleases(
  scope: Scope,
  { clientId, database, ids, to, destinations }: Asked,
  { control, leadDatabase, now, retrySchedule, environment }: ReleaseDependencies,
): Promise<JudgedRelease[]> {
  const [stored, blocked, quarantined] = await runBatch(leadDatabase(database), [
    releasableSubmissions(scope, clientId, ids),
    blockedToRelease(scope, clientId, ids),
    quarantinedToRelease(scope, clientId, ids),
  ]);
  const byId = new Map(stored.map((one) => [one.public_id, one]));
  const waiting = ids.flatMap((id) => byId.get(id) ?? []).filter(({ unsent }) => unsent !== null);
  const facts = destinations.map((destination) => ({
    ...destination,
    max_attempts: scheduleOf(destination.retry_schedule, retrySchedule).length + 1,
    filter: storedFilter(destination.shape_json),
  }));
  const formIds = waiting.map(({ form_id }) => form_id);
  const mappings = formIds.length === 0 ? new Map() : await runOne(control, formMappings(scope, formIds));
  const planned = planReleases(waiting, { destinations: facts, to, environment, nowMs: now(), mappings });
  const releases = new Map(planned.map((one) => [one.candidate.public_id, one]));
  // One that was let out of quarantine may come to be blocked: the blocked row speaks.
  const apart = new Map<string, Apart>([
    ...quarantined.map((place) => [place.public_id, { rule: "quarantined", place, row: null }] as const),
    ...blocked.map((row) => [row.public_id, { rule: "blocked", place: row, row }] as const),
  ]);
  return ids.map((id): JudgedRelease => {
    const own = releases.get(id);
    if (own !== undefined)
      return { ...placeOf(own.candidate), rule: own.candidate.unsent, fate: fateOf(own) };
    const kept = apart.get(id);
    if (kept?.place.released_at === null)
      return {
        ...placeOf(kept.place),
        rule: kept.rule,
        fate: to === null ? { kind: "enqueue", row: kept.row } : { kind: "skip", reason: "through_intake" },
      };
    const unmarked = byId.get(id);
    const known = unmarked ?? kept?.place;
    return {
      public_id: id,
      submitted_at: known?.submitted_at ?? 0,
      rule: null,
      fate: { kind: "skip", reason: whyNot(unmarked, kept) },
    };
  });
}

const placeOf = ({ public_id, submitted_at }: { public_id: string; submitted_at: number }) => ({
  public_id,
  submitted_at,
});

function fateOf({
  candidate,
  release,
}: ReturnType<typeof planReleases<ReleasableSubmission>>[number]): JudgedRelease["fate"] {
  if (release.kind === "skip") return release;
  const { event, deliveries, went } = release;
  return { kind: "send", submission: candidate, event, deliveries, went };
}

/** One that is neither marked unsent nor stands apart. */
function whyNot(stored: ReleasableSubmission | undefined, kept: Apart | undefined): ReplaySkipReason {
  if (stored === undefined) return kept === undefined ? "erased" : "released";
  if (stored.released_at !== null || kept !== undefined) return "released";
  return stored.hasDelivery ? "sent" : "unmarked";
}
