import type { components } from "@leadrelay/client/schema.gen";
import { attributionNames } from "@leadrelay/contracts/attribution";

type Lead = components["schemas"]["ListedLead"];
type Cell = string | number | boolean | null;

const isoTime = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** A lead as an export writes it: one level, times as ISO 8601 in UTC. */
export function exportedLead({ attribution, ...lead }: Lead): Record<string, Cell> {
  const { masked: _, ...shown } = lead;
  const came = (which: "first" | "latest") =>
    attributionNames.map((name): [string, Cell] => [`${which}_${name}`, attribution[which]?.[name] ?? null]);
  return {
    ...shown,
    first_submitted_at: isoTime(lead.first_submitted_at),
    last_submitted_at: isoTime(lead.last_submitted_at),
    last_sent_at: isoTime(lead.last_sent_at),
    ...Object.fromEntries([...came("first"), ...came("latest")]),
  };
}
