import { logEvent } from "@leadrelay/contracts/log-event";
import type { Dependencies } from "../dependencies.ts";
import type { Pending } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";
import { tryCommit, type Trouble } from "./try-commit.ts";

const mostRounds = 3;

/**
 * Gathers, decides and commits submissions of one database; every one of them comes back settled.
 * A collision means another consumer moved first: read and decide again. What still collides, or what breaks the batch, is
 * cornered by halving, so that one bad row never delays ninety-nine good ones.
 */
export async function commitSubmissions(
  given: readonly Pending[],
  database: string,
  dependencies: Dependencies,
): Promise<Settlement[]> {
  let pending = given;
  let trouble: Trouble = { kind: "conflicted" };
  for (let round = 1; round <= mostRounds && trouble.kind === "conflicted"; round += 1) {
    const tried = await tryCommit(pending, database, dependencies);
    if (tried.kind === "settled") return tried.settlements;
    ({ pending, trouble } = tried);
    const event = trouble.kind === "conflicted" ? "commit.conflict" : "commit.failed";
    logEvent(event, { database, round, submissions: pending.length, reason: trouble.kind });
  }
  const cannotBeHalved = ["unavailable", "overloaded", "failed"].includes(trouble.kind);
  if (pending.length === 1 || cannotBeHalved) return pending.map((each) => ({ ...trouble, pending: each }));
  const middle = Math.ceil(pending.length / 2);
  const first = await commitSubmissions(pending.slice(0, middle), database, dependencies);
  return [...first, ...(await commitSubmissions(pending.slice(middle), database, dependencies))];
}
