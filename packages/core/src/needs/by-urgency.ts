import { needKinds, severities, type Need } from "./need.ts";

/**
 * For sorting: the worst first. What stands still or is lost before what somebody should look at, that before what can wait; then by kind; then what
 * concerns more; then what lasts longer, of which nobody knows since when last.
 */
export const byUrgency = (
  a: Pick<Need, "kind" | "severity" | "count" | "since">,
  b: Pick<Need, "kind" | "severity" | "count" | "since">,
): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  needKinds.indexOf(a.kind) - needKinds.indexOf(b.kind) ||
  b.count - a.count ||
  (a.since ?? Infinity) - (b.since ?? Infinity) ||
  0;
