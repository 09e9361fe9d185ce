import { ApiProblem, apiProblem } from "../problems/api-problem.ts";

/** A guard of a change failed, because somebody else was first: the 412 of who named a version, the 409 of who did not. */
export class Overtaken extends ApiProblem {
  constructor(isVersioned: boolean) {
    const { problem } = isVersioned
      ? apiProblem("changed-meanwhile", "Read it again, look at what changed, and repeat your change.")
      : apiProblem("conflict", "Somebody changed it at the same moment: look at it again, and repeat.");
    super(problem);
  }
}
