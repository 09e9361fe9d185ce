import { problemOf } from "../../format/problem.ts";

const pauseMs = 5_000;

/**
 * How long it is until a plan is gone on with, in ms; null: it is not. @param error what the step before was refused for: somebody else's
 * step that is under way ends, and what did not answer may; any other refusal stays one
 */
export function pauseBeforeStep(error: unknown): number | null {
  if (error === null || error === undefined) return 0;
  const { status } = problemOf(error);
  return status === 409 || status === 429 || status >= 500 ? pauseMs : null;
}
