import { formatTrace } from "./format-trace.ts";
import { parseTrace } from "./parse-trace.ts";
import type { TraceRow } from "./stored-trace.ts";

/** The text that a trace of before `formatTrace` takes now; its own where that would not say the same. */
export function compactTrace(row: TraceRow): string {
  const trace = parseTrace(row);
  if (trace === undefined) return row.decision_json;
  try {
    const folded = formatTrace(trace, row.public_id);
    const read = parseTrace({ ...row, decision_json: folded });
    return ordered(read) === ordered(trace) ? folded : row.decision_json;
  } catch {
    return row.decision_json;
  }
}

/** JSON in which the order of names says nothing. */
const ordered = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
