import type { SourceOutcome } from "../door.ts";

interface SourceProblem {
  status: 400 | 401 | 404 | 405 | 413 | 422 | 429 | 503;
  /** A word for programs. */
  code: string;
  /** What was wrong, and what to do. */
  detail: string;
}

/**
 * Why nothing of a request was taken, for sources that post one lead at a time; undefined where it was, or needed not be.
 * 429 and 503: to be sent again.
 */
export function problemOf(outcome: SourceOutcome): SourceProblem | undefined {
  switch (outcome.kind) {
    case "skipped":
      return undefined;
    case "again":
      return { status: outcome.status ?? 503, code: outcome.code, detail: outcome.detail };
    case "refused": {
      const { status, code, detail } = outcome;
      return { status, code, detail };
    }
    case "taken": {
      const refused = outcome.results.find((result) => result.kind === "refused");
      if (refused === undefined || outcome.results.some(({ kind }) => kind === "accepted")) return undefined;
      return { status: 422, code: refused.code, detail: refused.detail };
    }
    default:
      return outcome satisfies never;
  }
}
