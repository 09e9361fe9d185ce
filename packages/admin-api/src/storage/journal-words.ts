import type { LocalStackFacts } from "@leadrelay/contracts/local-stack";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";

/** Since when the local stack's journal takes no posts, and what became of them; begins after its name. */
export function sayJournalTrouble({
  since,
  last_at,
  refused,
}: NonNullable<LocalStackFacts["journal_trouble"]>): string {
  const became =
    refused === 0
      ? "KV takes the posts instead: none was refused."
      : `Refused with 503 since, because nothing durable took them: ${refused} posts.`;
  return `takes no posts since ${spokenTime(since)}, the last at ${spokenTime(last_at)}. ${became}`;
}
