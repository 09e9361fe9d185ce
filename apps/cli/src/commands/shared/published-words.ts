import type { components } from "@leadrelay/client/schema.gen";
import type { Outside } from "../../outside/outside.ts";
import { localTime } from "../../output/local-time.ts";

/** How far the edge knows a thing, in words. */
export function publishedWords(
  { state, since }: components["schemas"]["Published"],
  clock: Pick<Outside, "now" | "timeZone">,
): string {
  if (state === "waiting") return `not yet, tried every minute since ${localTime(since, clock)}`;
  return state === "published" ? "known" : "withdrawn";
}
