import type { LetterRecord } from "@leadrelay/db/dead-letters/find-letter";
import { settleLetter } from "@leadrelay/db/dead-letters/settle-letter";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findLetterAnywhere } from "./find-letter-anywhere.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import type { SingleChange } from "./single-change.ts";

/** Gives one open letter up. A dead delivery stays dead; its lead then counts as never sent. */
export async function discardLetter(
  scope: OperatorScope,
  { letterId, by, reason }: { letterId: string; by: string; reason: string },
  dependencies: Pick<ReplayDependencies, "leadDatabase" | "leadDatabaseNames" | "now">,
): Promise<SingleChange<LetterRecord>> {
  const known = await findLetterAnywhere(scope, letterId, dependencies);
  if (known === undefined) return { kind: "not_found" };
  const { found, database } = known;
  if (found.state !== "open") return { kind: "refused", subject: found, reason: "settled" };
  const settled = { state: "discarded", reason, by, nowMs: dependencies.now() } as const;
  const statements = settleLetter(scope, found, settled);
  return { kind: "ready", subject: found, lead: { database, statements }, wake: async () => {} };
}
