import { ApiProblem } from "../http/api-problem.ts";
import { problemUri } from "../http/problem-types.ts";
import type { Change } from "./change.ts";

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
      if (change.decideAnew !== true || !isOvertaken(error) || decision === mostDecisions) throw error;
    }
  }
}

const isOvertaken = (error: unknown) =>
  error instanceof ApiProblem && error.problem.type === problemUri("changed-meanwhile");
