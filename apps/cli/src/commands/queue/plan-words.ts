import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { durationWords } from "../../output/duration-words.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { elsewhereWords } from "./elsewhere-words.ts";

type Replay = components["schemas"]["Replay"];
/** As a server of before tells it, too: without what it did not know of yet. */
type OlderReplay = Omit<Replay, "elsewhere"> & Partial<Pick<Replay, "elsewhere">>;

/** What a replay would send, and what it leaves out and why. */
export function planWords(
  { id, summary, per_second, expires_at, state, elsewhere = [] }: OlderReplay,
  { outside }: Cli,
  paint: Paint,
): string {
  const { count, messages, oldest, newest, estimated_ms, is_complete, release } = summary;
  const atLeast = is_complete ? "" : "at least ";
  const pace = per_second === null ? "as fast as they go" : `${per_second} a second at each destination`;
  return renderDetails(
    [
      ["Plan", id ?? "none: of what was asked for there is nothing to send"],
      ["Submissions", release === null ? undefined : releasedWords(release)],
      ["To send", `${atLeast}${count}${messages === 0 ? "" : `, of them ${messages} back to the queue`}`],
      ["Oldest", localTime(oldest, outside)],
      ["Newest", localTime(newest, outside)],
      ["To", summary.destinations.map((one) => `${one.name} (${one.id}): ${one.count}`).join("\n")],
      ["Pace", estimated_ms === null ? pace : `${pace}, about ${durationWords(estimated_ms)}`],
      ["Left out", leftOut(summary.skipped) || "nothing"],
      ["Else there is", elsewhereWords(elsewhere) || undefined],
      ["Good until", state === "planned" ? localTime(expires_at, outside) : undefined],
    ],
    paint,
  );
}

function releasedWords({
  submissions,
  rules,
  leaves_more,
}: NonNullable<Replay["summary"]["release"]>): string {
  const more = leaves_more ? ", the oldest; there are more: plan again for those, or narrow it" : "";
  return [`${submissions}${more}`, ...rules.map(({ rule, count }) => `${count}: ${rule}`)].join("\n");
}

/** A line for each reason. */
export const leftOut = (skipped: Replay["summary"]["skipped"]): string =>
  skipped.map(({ count, meaning }) => `${count}: ${meaning}`).join("\n");
