import { logEvent } from "@leadrelay/contracts/log-event";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { auditAccount, type AccountEntry } from "@leadrelay/db/sign-in/audit-account";
import { auditFailure } from "@leadrelay/db/sign-in/audit-failure";
import type { AttemptDependencies } from "./attempt-limits.ts";
import { keyedHash } from "./keyed-hash.ts";
import type { SecurityEvent } from "./security-event.ts";

/** Whose account it is about, by either, and the request it was. */
export type Concerned = Pick<AccountEntry, "operator" | "requestId">;

/**
 * Writes into the log, and into the audit log of those whose operator it is. What was done stays done when that cannot be written: then the log
 * says so. A failure is written down once an hour, so that strangers cannot fill the audit log.
 */
export async function writeSecurityEvent(
  event: SecurityEvent,
  { operator, requestId }: Concerned,
  dependencies: AttemptDependencies,
): Promise<void> {
  const { d1, now, newId } = dependencies;
  const { kind, action, detail } = event;
  const by = kind === "failed" ? "somebody" : "operator";
  const entry = { operator, action, detail, by, requestId, id: newId(), now: now() } as const;
  const log = (operatorId: string | null) =>
    logEvent(event.kind === "changed" ? "account.changed" : event.action, {
      request_id: requestId,
      operator_id: operatorId,
      ...(event.kind === "changed" ? { change: action } : {}),
      ...detail,
    });
  const known = "id" in operator ? operator.id : null;
  try {
    if (kind === "changed") {
      log(known);
      await runOne(d1, auditAccount(pipelineScope, entry));
      return;
    }
    const key = await keyedHash(
      dependencies.secrets[0],
      "failed",
      JSON.stringify([operator, action, detail]),
    );
    const [id] = await runBatch(d1, auditFailure(pipelineScope, entry, { key, turnId: newId() }));
    log(id ?? null);
  } catch (error) {
    if (kind === "failed") log(known);
    logEvent("audit.unwritten", { request_id: requestId, actor: known, action, reason: String(error) });
  }
}
