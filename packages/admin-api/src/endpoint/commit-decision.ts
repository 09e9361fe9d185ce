import type { Change } from "./change.ts";
import { Overtaken } from "./overtaken.ts";

/** Who is always a moment too late is told so. */
const mostDecisions = 4;

/** Decides and commits; anew where the change asks for it, when somebody else was first. */
export async function commitDecision<Committed>(
  decide: () => Promise<Change<unknown>>,
  commit: (change: Change<unknown>) => Promise<Committed>,
): Promise<Committed> {
  for (let decision = 1; ; decision += 1) {
    const change = await decide();
    try {
      return await commit(change);
    } catch (error) {
      if (change.decideAnew !== true || !(error instanceof Overtaken) || decision === mostDecisions)
        throw error;
    }
  }
}
