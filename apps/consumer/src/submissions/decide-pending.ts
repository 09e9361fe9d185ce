import { claimFirstAttempts } from "@leadrelay/core/decide/claim-first-attempts";
import type { CommitPlan, DeliveryRow } from "@leadrelay/core/decide/commit-plan";
import { decideBatch } from "@leadrelay/core/decide/decide-batch";
import { isWell } from "@leadrelay/core/destination-health/destination-health";
import { leaseMs } from "@leadrelay/core/lanes/lease-ms";
import { laneCount } from "@leadrelay/core/lanes/pick-next";
import { commitStatements } from "@leadrelay/db/intake/commit-statements";
import { noteSourceLeads } from "@leadrelay/db/sources/source-leads";
import { pipelineScope } from "@leadrelay/db/scope";
import type { SourceLeadsTable } from "@leadrelay/db/tables/source-leads-table";
import type { Statement } from "@leadrelay/db/statement";
import type { Pending } from "../received/pending.ts";
import type { GatheredFacts } from "./gather.ts";
import type { Intake } from "./intake.ts";

/** What a commit writes. */
export interface Decided {
  plan: CommitPlan;
  /** Deliveries that it writes as claimed, for this invocation to send. */
  claimed: readonly DeliveryRow[];
  /** Their lease counts from then, ms UTC. */
  decidedAt: number;
  statements: Statement<number>[];
}

/** What these submissions come to by what was read. Throws for one that no row can take. */
export function decidePending(pending: readonly Pending[], read: GatheredFacts, intake: Intake): Decided {
  const { dependencies, ids, submissionOf } = intake;
  const decidedAt = dependencies.now();
  const facts = { ...read, nextLeadId: ids?.leads ?? 0, nextSubmissionId: ids?.submissions ?? 0 };
  const context = {
    policy: dependencies.config,
    nowMs: decidedAt,
    newId: () => dependencies.newId(),
  };
  const decided = decideBatch(pending.map(submissionOf), facts, context);
  const { plan, claimed } = claimFirstAttempts(decided, firstAttempts(read, decidedAt, intake));
  const statements = [
    ...commitStatements(pipelineScope, plan, decidedAt),
    ...noteSourceLeads(pipelineScope, newOf(pending.flatMap(sourceLeadOf), plan)),
  ];
  return { plan, claimed, decidedAt, statements };
}

/** Those that the commit writes a row of: what a source posts again is the lead that it was. */
function newOf(came: readonly SourceLeadsTable[], plan: CommitPlan): readonly SourceLeadsTable[] {
  if (came.length === 0) return came;
  const written = new Set(
    [...plan.submissions, ...plan.blocked, ...plan.quarantined].map(({ public_id }) => public_id),
  );
  return came.filter(({ submission_public_id }) => written.has(submission_public_id));
}

/** What came by a source is found by it. */
function sourceLeadOf({ body, form }: Pending) {
  const { source, received_at, submission_id } = body;
  if (source === undefined) return [];
  const { client_id } = form;
  return [
    {
      source_id: source.id,
      received_at,
      submission_public_id: submission_id,
      client_id,
      lead_key: source.lead_key,
    },
  ];
}

/** One round of six lanes, each to its timeout. */
function firstAttempts({ destinations }: GatheredFacts, nowMs: number, intake: Intake) {
  const timeouts = [...destinations.values()].map(({ timeout_ms }) => timeout_ms ?? 0);
  const longestMs = Math.max(intake.dependencies.config.deliveryTimeoutMs, ...timeouts);
  return {
    most: intake.firstAttempts,
    isWell: (id: string) => {
      const health = destinations.get(id)?.health;
      return health !== undefined && isWell(health) && !intake.dependencies.unanswered.has(id, nowMs);
    },
    leaseUntil: nowMs + leaseMs(laneCount, longestMs),
  };
}
