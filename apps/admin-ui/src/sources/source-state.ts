import type { Schemas } from "../api.ts";
import type { Look } from "../format/states.ts";
import { sourcesTexts } from "../texts/sources.ts";

/** How a source stands now. */
export function sourceState({ enabled, deleted_at }: Pick<Schemas["Source"], "enabled" | "deleted_at">): {
  label: string;
  look: Look;
} {
  if (deleted_at !== null) return { label: sourcesTexts.states.deleted, look: "calm" };
  return enabled
    ? { label: sourcesTexts.states.on, look: "good" }
    : { label: sourcesTexts.states.paused, look: "warn" };
}
