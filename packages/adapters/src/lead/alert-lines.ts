import type { Alert } from "@leadrelay/contracts/alert";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { ReadLead } from "./read-lead.ts";
import { oneLine } from "./one-line.ts";

const titles: Partial<Record<ToldType, string>> = {
  "destination.down": "Down",
  "destination.recovered": "Back",
  "destination.disabled": "Switched off",
  "delivery.dead_lettered": "Leads did not arrive",
};

/** An alert for somebody who reads: what happened to which destination, and what to type next. */
export function readAlert(alert: Alert | undefined, type: ToldType): ReadLead {
  const title = titles[type] ?? type;
  if (alert === undefined) return { title, what: title, lines: [] };
  const { destination, summary, what_next, dead_letters } = alert;
  return {
    title: `${title}: ${oneLine(destination.name)}`,
    what: title,
    lines: [
      ["What happened", oneLine(summary)],
      ["What next", oneLine(what_next)],
      ["Destination", `${oneLine(destination.name)} (${destination.id})`],
      ...(dead_letters?.error ? [["It answered", oneLine(dead_letters.error)] as [string, string]] : []),
      ...(dead_letters === null ? [] : [["One of them", dead_letters.sample_id] as [string, string]]),
    ],
  };
}
