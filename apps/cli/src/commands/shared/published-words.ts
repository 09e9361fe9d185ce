import type { components } from "@leadrelay/client/schema.gen";
import type { Outside } from "../../outside/outside.ts";
import { localTime } from "../../output/local-time.ts";

/** KV takes up to a minute to reach every place, and what an isolate of the producer has read it goes by for half a minute. */
const everywhereAfterMs = 90_000;

/** How far the edge knows a thing, in words. @param changedAt ms UTC, where that is known: what was before may still hold for a while */
export function publishedWords(
  { state, since }: components["schemas"]["Published"],
  clock: Pick<Outside, "now" | "timeZone">,
  changedAt = 0,
): string {
  if (state === "waiting") return `not yet, tried every minute since ${localTime(since, clock)}`;
  const word = state === "published" ? "known" : "withdrawn";
  const everywhereAt = changedAt + everywhereAfterMs;
  if (clock.now() >= everywhereAt) return word;
  return `${word}; until ${localTime(everywhereAt, clock)} it may still go by what was before`;
}
