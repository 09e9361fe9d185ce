import type { components } from "@leadrelay/client/schema.gen";

type Returns = components["schemas"]["DestinationReturns"];

/** What was agreed, in a sentence. */
export function returnsWords(returns: Returns | null): string {
  if (returns === null) return "It gives no leads back: `--any` agrees on all.";
  const { reasons, within_days, most_per_month, pass_on } = returns;
  const why = reasons === undefined ? "for any reason" : `for ${reasons.join(", ")}`;
  const when = within_days === undefined ? "" : `, within ${within_days} days of their delivery`;
  const most = most_per_month === undefined ? "" : `, ${most_per_month} a month at most`;
  const next = pass_on === true ? " They go on to the next of its route." : "";
  return `It may give leads back ${why}${when}${most}.${next}`;
}
