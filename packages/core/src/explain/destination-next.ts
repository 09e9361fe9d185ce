import type { DestinationHealth } from "../destination-health/destination-health.ts";
import { sayCount } from "../wording/say-count.ts";
import { spokenTime } from "../wording/spoken-time.ts";
import { causeWords } from "./cause-words.ts";
import { sayChangeBehind, type DestinationChange } from "./destination-change.ts";
import { settingAtFault } from "./refusal-words.ts";
import { sayWhyOff } from "./say-why-off.ts";

/** What is known of a destination that leads go to. Times in ms. */
export interface DestinationFacts {
  id: string;
  enabled: boolean;
  deleted: boolean;
  disabled_reason: string | null;
  disabled_at: number | null;
  /** What people changed of it, newest first. */
  changes: readonly DestinationChange[];
  /** Why it takes no lead now, as it follows its name: `is full until 18:00 IST`; null or absent: it takes them. */
  waiting?: string | null;
  /** While it is down. */
  down?: Pick<DestinationHealth, "since" | "next_probe_at" | "refusals" | "is_refusing"> | null;
  /** How far its caps are used, as `12 of 50 a day`. */
  caps?: readonly string[];
  /** Counted up to `most`. */
  held: number;
  pending: number;
  /** Taken lately, and not confirmed as it must; absent: none. */
  unconfirmed?: number;
  most: number;
  /** Open dead letters, and what failed last of them. */
  dead: number;
  last_dead: {
    cause: string;
    status_code: number | null;
    first_failed_at: number;
    last_failed_at: number;
  } | null;
}

/** What has not arrived at a destination and what would move it on, a sentence or two each; `""` where there is nothing to say. */
export function destinationNext(facts: DestinationFacts): string {
  return [
    sayOff(facts),
    sayDown(facts),
    sayLimits(facts),
    sayHeld(facts),
    sayPending(facts),
    sayUnconfirmed(facts),
    sayDead(facts),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

const newSetting = (id: string, setting: "address" | "key") =>
  `\`leadrelay destination change ${id} ${setting === "key" ? "--api-key" : "--address"}\``;

function sayOff(facts: DestinationFacts): string {
  const { id, enabled, deleted, disabled_reason } = facts;
  if (enabled || deleted) return "";
  const mend =
    disabled_reason === "gone"
      ? `give it the new address, ${newSetting(id, "address")}, then `
      : disabled_reason === "failing"
        ? `mend its receiver (\`leadrelay destination test ${id}\` shows what it answers), then `
        : "";
  return `It is disabled${sayWhyOff(facts)}: ${mend}switch it on, \`leadrelay destination enable ${id}\`.`;
}

/** What waits there waits for its receiver. */
function sayDown({ id, enabled, deleted, down = null }: DestinationFacts): string {
  if (down === null || !enabled || deleted) return "";
  const since = spokenTime(down.since);
  if (down.is_refusing !== true)
    return `It takes nothing since ${since}: one lead at a time is sent to see whether it is back. \`leadrelay destination test ${id}\` shows what it answers now.`;
  return `It refused the last ${sayCount(down.refusals?.length ?? 0, "lead")}, and is held up since ${since}: one lead at a time is sent to see whether it takes any. \`leadrelay dlq causes --destination ${id}\` says why; once that is mended, \`leadrelay destination enable ${id}\` sends what waits. For one that refuses most of what it gets: \`leadrelay destination change ${id} --hold-after-refusals 0\`.`;
}

/** What moves it on is a person, or time. */
function sayLimits({ id, deleted, enabled, waiting = null, caps = [] }: DestinationFacts): string {
  if (deleted || !enabled) return "";
  if (waiting !== null)
    return `It ${waiting}; \`leadrelay destination limits ${id}\` changes what it takes, and when.`;
  return caps.length === 0 ? "" : `It took ${caps.join(", ")}.`;
}

const many = (count: number, most: number) =>
  sayCount(count, "delivery", { many: "deliveries", isMore: count >= most });

function sayHeld({ id, enabled, deleted, held, most, waiting = null }: DestinationFacts): string {
  if (held === 0) return "";
  const list = `\`leadrelay delivery list --destination ${id} --status held\``;
  const isOne = held === 1;
  if (deleted) return `${many(held, most)} held for it ${isOne ? "is" : "are"} cancelled within minutes.`;
  return enabled && waiting === null
    ? `${many(held, most)} that ${isOne ? "was" : "were"} held ${isOne ? "goes" : "go"} out within a minute (${list}).`
    : `${many(held, most)} ${isOne ? "is" : "are"} held until then (${list}).`;
}

const sayPending = ({ id, deleted, enabled, pending, most }: DestinationFacts): string =>
  pending === 0 || deleted || !enabled
    ? ""
    : `${many(pending, most)} ${pending === 1 ? "waits" : "wait"} for a try (\`leadrelay delivery list --destination ${id} --status pending\`).`;

const sayUnconfirmed = ({ id, unconfirmed = 0, most }: DestinationFacts): string =>
  unconfirmed === 0
    ? ""
    : `${many(unconfirmed, most)} that it took in the last seven days ${unconfirmed === 1 ? "was" : "were"} never confirmed (\`leadrelay delivery list --destination ${id} --confirmation unconfirmed\`).`;

function sayDead({ id, deleted, dead, last_dead, changes }: DestinationFacts): string {
  if (dead === 0 || last_dead === null) return "";
  const { cause, status_code, first_failed_at, last_failed_at } = last_dead;
  const stay = `${sayCount(dead, "dead letter")} ${dead === 1 ? "stays" : "stay"} dead until somebody sends ${dead === 1 ? "it" : "them"} again`;
  if (deleted)
    return `${sayCount(dead, "dead letter")} for it ${dead === 1 ? "is" : "are"} open: \`leadrelay dlq list --destination ${id}\`.`;
  const setting = settingAtFault(cause, status_code);
  const mend =
    setting === undefined || changes.some(({ at }) => at > last_failed_at)
      ? ""
      : ` Mend that first: ${newSetting(id, setting)}.`;
  const behind = sayChangeBehind(changes, { firstMs: first_failed_at, lastMs: last_failed_at });
  return (
    [
      `${stay}: \`leadrelay queue replay --destination ${id} --status dead\` shows the plan, and with --apply sends them.`,
      `Why, by \`leadrelay dlq causes --destination ${id}\`, last: ${causeWords(cause, status_code).happened}`,
      ...(behind === "" ? [] : [behind]),
    ].join(" ") + mend
  );
}
