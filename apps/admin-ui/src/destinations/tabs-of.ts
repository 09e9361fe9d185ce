import type { Schemas } from "../api.ts";
import { groupSettings } from "./setting-groups.ts";

/** Parts of a destination's page. */
export type Tab =
  | "overview"
  | "settings"
  | "filter"
  | "mapping"
  | "limits"
  | "answers"
  | "rules"
  | "events"
  | "secret";

/** Those that a kind has. */
export function tabsOf(kind: Schemas["DestinationKind"]): Tab[] {
  return [
    "overview",
    "settings",
    "filter",
    ...(kind.mapping === null ? [] : (["mapping"] as const)),
    "limits",
    ...(groupSettings(kind.settings).rules.length === 0 ? [] : (["answers"] as const)),
    "rules",
    "events",
    ...(kind.is_signed ? (["secret"] as const) : []),
  ];
}
