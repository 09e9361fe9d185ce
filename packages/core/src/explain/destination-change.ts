import { sayDuration } from "../wording/say-duration.ts";
import { spokenTime } from "../wording/spoken-time.ts";

/** A change of a destination that somebody made. */
export interface DestinationChange {
  /** Milliseconds UTC. */
  at: number;
  /** By name; null for those who may not know. */
  by: string | null;
  /** What was named in it, as the API calls it: `url` for a setting, `event_types` for what is set beside those. */
  fields: readonly string[];
  /** What it was switched to; null where it was not. */
  enabled: boolean | null;
}

/** When something failed first, and last; ms. */
interface Failing {
  firstMs: number;
  lastMs: number;
}

const dayMs = 86_400_000;
/** Longer ago than this a change explains nothing by its time. */
const longestMs = 7 * dayMs;

/** What no receiver sees. */
const inner: ReadonlySet<string> = new Set(["name", "enabled"]);

const called: Readonly<Record<string, string>> = {
  url: "its address",
  api_key: "its key",
  send_attribution: "how people came",
  event_types: "its events",
  environments: "its environments",
  takes_test: "whether it takes tests",
  retry_schedule: "its retries",
  timeout_ms: "the time for a try",
  hold_after_refusals: "after how many refusals it holds",
};

/**
 * The change that what failed may come from: the last one of the day before it failed first, else the last one before it failed last.
 * @param changes newest first
 */
function changeBehind(
  changes: readonly DestinationChange[],
  { firstMs, lastMs }: Failing,
): DestinationChange | undefined {
  const seen = changes.filter(({ fields }) => fields.some((field) => !inner.has(field)));
  return (
    seen.find(({ at }) => at <= firstMs && firstMs - at <= dayMs) ??
    seen.find(({ at }) => at <= lastMs && lastMs - at <= longestMs)
  );
}

/** The same in a sentence, to stand beside a failure; `""` where no change may be behind it. */
export function sayChangeBehind(changes: readonly DestinationChange[], failing: Failing): string {
  const found = changeBehind(changes, failing);
  if (found === undefined) return "";
  const what = found.fields.filter((field) => !inner.has(field)).map((field) => called[field] ?? field);
  const by = found.by === null ? "" : ` by ${found.by}`;
  const when =
    found.at <= failing.firstMs
      ? `${sayDuration(failing.firstMs - found.at)} before the first failure`
      : "after the first failure";
  return `The destination's settings were changed ${spokenTime(found.at)}${by} (${what.join(", ")}), ${when}.`;
}

/** Who switched it off last, by name; null where nobody did, or whoever asks may not know. */
export const switchedOffBy = (changes: readonly DestinationChange[]): string | null => {
  const last = changes.find(({ enabled }) => enabled !== null);
  return last?.enabled === false ? last.by : null;
};
