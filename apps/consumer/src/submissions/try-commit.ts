import { reasonOf } from "@leadrelay/contracts/reason-of";
import { claimFirstAttempts } from "@leadrelay/core/decide/claim-first-attempts";
import { decideBatch } from "@leadrelay/core/decide/decide-batch";
import { leaseMs } from "@leadrelay/core/lanes/lease-ms";
import { laneCount } from "@leadrelay/core/lanes/pick-next";
import { commitStatements } from "@leadrelay/db/intake/commit-statements";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import type { Dependencies } from "../dependencies.ts";
import { sendAfterDoubt } from "../outage/send-after-doubt.ts";
import { gatherFacts, type GatheredFacts } from "./gather.ts";
import { logCommitted } from "./log-committed.ts";
import type { Pending } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";
import { sendFirst } from "./send-first.ts";
import { toSubmission } from "../received/to-submission.ts";
import { wakeCommitted } from "./wake-committed.ts";

type WithoutPending<Union> = Union extends unknown ? Omit<Union, "pending"> : never;

/** What kept a batch from being committed. */
export type Trouble = WithoutPending<Exclude<Settlement, { kind: "committed" | "unknown_form" }>>;

type Tried =
  | { kind: "settled"; settlements: Settlement[] }
  /** `pending` as it now is: a send made meanwhile is part of it. */
  | { kind: "trouble"; trouble: Trouble; pending: readonly Pending[] };

/** One round: read, decide, commit; then the first attempts, or a wake-up for them. Never throws. */
export async function tryCommit(
  given: readonly Pending[],
  database: string,
  dependencies: Dependencies,
): Promise<Tried> {
  let pending = given;
  let commitAttempted = false;
  try {
    const d1 = dependencies.leadDatabase(database);
    const submissions = new Map(pending.map((each) => [each, toSubmission(each)]));
    const facts = await gatherFacts([...submissions.values()], d1, dependencies);
    pending = await sendAfterDoubt(pending, facts.stored, dependencies);
    const hasForm = ({ form }: Pending) => facts.forms.has(form.form_id) && facts.clients.has(form.client_id);
    const nowMs = dependencies.now();
    const context = { policy: dependencies.config, nowMs, newId: () => dependencies.newId() };
    // A send made meanwhile made another pending of it.
    const submissionOf = (each: Pending) => submissions.get(each) ?? toSubmission(each);
    const decided = decideBatch(pending.filter(hasForm).map(submissionOf), facts, context);
    const { plan, claimed } = claimFirstAttempts(decided, firstAttempts(facts, nowMs, dependencies));
    const statements = commitStatements(pipelineScope, plan, nowMs);
    commitAttempted = statements.length > 0;
    await runBatch(d1, statements);
    logCommitted(plan, database);
    const { destinations } = facts;
    await wakeCommitted(plan, { database, destinations }, dependencies);
    await sendFirst({ events: plan.events, claimed, destinations, database }, dependencies);
    const settlements = pending.map((each): Settlement => ({
      kind: hasForm(each) ? "committed" : "unknown_form",
      pending: each,
    }));
    return { kind: "settled", settlements };
  } catch (error) {
    return { kind: "trouble", trouble: troubleOf(error, commitAttempted), pending };
  }
}

/** One round of six lanes, each to its timeout. */
function firstAttempts({ destinations }: GatheredFacts, nowMs: number, { config }: Dependencies) {
  const timeouts = [...destinations.values()].map(({ timeout_ms }) => timeout_ms ?? 0);
  const longestMs = Math.max(config.deliveryTimeoutMs, ...timeouts);
  return {
    most: config.firstAttempts,
    isWell: (id: string) => destinations.get(id)?.health === null,
    leaseUntil: nowMs + leaseMs(laneCount, longestMs),
  };
}

function troubleOf(thrown: unknown, commitAttempted: boolean): Trouble {
  const error = reasonOf(thrown);
  const kind = classifyStorageError(thrown);
  switch (kind) {
    case "conflict":
      return { kind: "conflicted" };
    case "unavailable":
      return { kind, commitAttempted, error };
    case "overloaded":
      return { kind, error };
    case "constraint":
    case "too_big":
      return { kind: "broken", cause: kind, error };
    case "other":
      return isOurOwn(thrown) ? { kind: "broken", cause: "malformed", error } : { kind: "failed", error };
  }
}

/** Our own code stumbled over a message: that message is cornered like a bad row. */
const isOurOwn = (thrown: unknown) =>
  thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof SyntaxError;
