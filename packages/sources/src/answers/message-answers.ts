import type { SourceOutcome } from "../door.ts";
import { problemOf } from "./problem-of.ts";
import { jsonAnswer, type SourceAnswer } from "./source-answer.ts";

/** `{}` for what was taken, else `{"message": "…"}`: what most platforms show in their log, or ignore. */
export function messageAnswer(outcome: SourceOutcome): SourceAnswer {
  const problem = problemOf(outcome);
  return problem === undefined
    ? jsonAnswer(200, {})
    : jsonAnswer(problem.status, { message: problem.detail });
}
