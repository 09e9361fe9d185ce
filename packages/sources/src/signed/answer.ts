import { jsonAnswer, type SourceAnswer } from "../answers/source-answer.ts";
import type { ItemResult, SourceOutcome } from "../door.ts";

/** What became of each lead, in the order in which they were sent; 422 where none was taken. Why nothing was looked at: a problem of RFC 9457. */
export function answer(outcome: SourceOutcome): SourceAnswer {
  switch (outcome.kind) {
    case "taken": {
      const results = outcome.results.map(shown);
      const accepted = outcome.results.filter(({ kind }) => kind === "accepted").length;
      return jsonAnswer(accepted > 0 ? 202 : 422, { accepted, refused: results.length - accepted, results });
    }
    case "skipped":
      return jsonAnswer(202, { accepted: 0, refused: 0, results: [] });
    case "refused":
    case "again": {
      const { code, detail } = outcome;
      const status = outcome.kind === "again" ? (outcome.status ?? 503) : outcome.status;
      const title = outcome.kind === "again" ? "Not taken now" : "Refused";
      return {
        ...jsonAnswer(status, { type: "about:blank", title, status, code, detail }),
        contentType: "application/problem+json",
      };
    }
    default:
      return outcome satisfies never;
  }
}

function shown(result: ItemResult, index: number) {
  if (result.kind === "accepted") return { index, status: "accepted", submission_id: result.submissionId };
  const { code, detail, errors } = result;
  return { index, status: "refused", code, detail, ...(errors === undefined ? {} : { errors }) };
}
