import type { DecisionTrace } from "../src/decide/decision-trace.ts";
import { parseTrace } from "../src/decide/parse-trace.ts";
import type { TraceRow } from "../src/decide/stored-trace.ts";

/** The trace of a submission that was decided. */
export function traceIn(row: TraceRow): DecisionTrace {
  const trace = parseTrace(row);
  if (trace === undefined) throw new Error(`No trace in ${row.decision_json}`);
  return trace;
}
