import { reasonOf } from "@leadrelay/contracts/reason-of";
import { logEvent } from "@leadrelay/contracts/log-event";
import { identityIp } from "@leadrelay/core/ip-lists/identity-ip";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { auditAccount, type AccountEntry } from "@leadrelay/db/sign-in/audit-account";
import { auditHourly } from "@leadrelay/db/sign-in/audit-hourly";
import type { AttemptDependencies } from "./attempt-limits.ts";
import { keyedHash } from "./keyed-hash.ts";
import type { SecurityEvent } from "./security-event.ts";

/** Whose account it is about, by either, and the request it was; `address`: where it came from. */
export type Concerned = Pick<AccountEntry, "operator" | "requestId"> & { address: string | null };

/**
 * Writes into the log, and into the audit log of those whose operator it is. What was done stays done when that cannot be written: then the log
 * says so. Of failures one is written down an hour, so that strangers cannot fill the audit log, of sign-ins one an hour from each address.
 */
export async function writeSecurityEvent(
  event: SecurityEvent,
  { operator, requestId, address }: Concerned,
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
  // Whose e-mail address was typed is known only once its account was looked for.
  const isLoggedFirst = known !== null || kind === "changed";
  try {
    if (isLoggedFirst) log(known);
    if (kind === "changed") {
      await runOne(d1, auditAccount(pipelineScope, entry));
      return;
    }
    const counted = [operator, action, detail, ...(kind === "signed_in" ? [networkOf(address)] : [])];
    const key = await keyedHash(dependencies.secrets[0], "failed", JSON.stringify(counted));
    const [id] = await runBatch(d1, auditHourly(pipelineScope, entry, { key, turnId: newId() }));
    if (!isLoggedFirst) log(id ?? null);
  } catch (error) {
    if (!isLoggedFirst) log(known);
    logEvent("audit.unwritten", { request_id: requestId, actor: known, action, reason: reasonOf(error) });
  }
}

/** An IPv6 address counts as its /64. */
const networkOf = (address: string | null) => (address === null ? null : identityIp(address));
