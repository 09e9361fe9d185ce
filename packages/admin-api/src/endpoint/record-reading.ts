import type { Answer } from "./answer.ts";
import { commitChange } from "./commit-change.ts";
import type { Call } from "./endpoint.ts";

/** Writes what the audit log keeps of a reading. What cannot be written down is not answered. */
export async function recordReading(
  answer: Answer<unknown>,
  { access, dependencies, request }: Pick<Call<never, never, never>, "access" | "dependencies" | "request">,
): Promise<void> {
  const { audit = [] } = answer;
  if (audit.length === 0) return;
  await commitChange({ answer, audit }, { access, requestId: request.id, dependencies, remember: [] });
}
