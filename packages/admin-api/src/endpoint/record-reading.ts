import { logEvent } from "@leadrelay/contracts/log-event";
import { outageIn, takesNoChange } from "@leadrelay/db/storage-error";
import type { Answer } from "./answer.ts";
import { commitChange } from "./commit-change.ts";
import type { Call } from "./endpoint.ts";

/**
 * Writes what the audit log keeps of a reading. What cannot be written down is not answered; but while the database can be read and takes
 * no change, the log has it: whoever finds out what is wrong must be able to look.
 */
export async function recordReading(
  answer: Answer<unknown>,
  { access, dependencies, request }: Pick<Call<never, never, never>, "access" | "dependencies" | "request">,
): Promise<void> {
  const { audit = [] } = answer;
  if (audit.length === 0) return;
  try {
    await commitChange({ answer, audit }, { access, requestId: request.id, dependencies, remember: [] });
  } catch (error) {
    if (!takesNoChange(error)) throw error;
    for (const { action, clientId, subject } of audit)
      logEvent("audit.unwritten", {
        request_id: request.id,
        actor: "id" in access.actor ? access.actor.id : null,
        action,
        client_id: clientId,
        subject: subject.id,
        reason: outageIn(error),
      });
  }
}
