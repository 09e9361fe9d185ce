import type { Signal, SignalOf } from "@leadrelay/contracts/signal";
import { sayMoment } from "../limits/say-moment.ts";
import { shortName, type NoticeWords } from "../notices/notice-words.ts";
import { sayCount } from "../wording/say-count.ts";
import { sayDuration } from "../wording/say-duration.ts";
import { spokenTime } from "../wording/spoken-time.ts";

/** A signal in a sentence, and what to type next. Times in ms. */
export function signalWords(
  signal: Signal,
  destination: { id: string; name: string },
  { since, nowMs }: { since: number; nowMs: number },
): NoticeWords {
  const { id } = destination;
  const name = shortName(destination);
  switch (signal.type) {
    case "delivery.failing":
      return {
        summary: `A lead failed ${signal.part.attempts} times at ${name} and is tried again${why(signal.part)}.`,
        what_next: `Look at the receiver. \`leadrelay delivery show ${signal.part.delivery_id}\` says what it answered, \`leadrelay destination test ${id}\` whether it answers now.`,
      };
    case "delivery.recovered":
      return {
        summary: `What failed at ${name} arrives again, after ${sayDuration(Math.max(0, nowMs - since))}.`,
        what_next: `Nothing. \`leadrelay destination show ${id}\` says what still waits.`,
      };
    case "delivery.unconfirmed": {
      const { within_minutes, delivery_id } = signal.part;
      return {
        summary:
          within_minutes === null
            ? `${name} said of ${sayCount(signal.count, "lead")} that it took: it made nothing of ${signal.count === 1 ? "it" : "them"}.`
            : `${sayCount(signal.count, "lead")} that ${name} took ${signal.count === 1 ? "was" : "were"} not confirmed within ${sayCount(within_minutes, "minute")}.`,
        what_next: `See what became of it at the receiver: \`leadrelay delivery show ${delivery_id}\` shows one, \`leadrelay delivery list --destination ${id} --confirmation unconfirmed\` all. \`leadrelay delivery retry ${delivery_id}\` sends it again.`,
      };
    }
    case "delivery.suspect":
      return {
        summary: `${name} answered HTTP ${signal.part.status_code} as it never did before: whether it took the lead is not sure.`,
        what_next: `\`leadrelay delivery show ${signal.part.delivery_id}\` shows the answer.${ruleWords(signal.part, id)}`,
      };
    case "destination.capped":
      return cappedWords(signal.part, { name, id, nowMs });
    case "workflow.step_run":
      return {
        summary: `${sayCount(signal.count, "lead")} for ${name} ${signal.part.did} since ${spokenTime(since)}: ${signal.part.reason}.`,
        what_next: `Nothing, if that is meant. \`leadrelay destination show ${id}\` shows its rules.`,
      };
  }
}

const why = ({ error, status_code }: SignalOf<"delivery.failing">["part"]) =>
  error === null ? (status_code === null ? "" : `: HTTP ${status_code}`) : `: ${error}`;

const ruleWords = ({ rule }: { rule: string | null }, id: string) =>
  rule === null
    ? ""
    : ` If it did not: \`leadrelay destination answers ${id} ${rule}\` tries a rule on its last answers, and says how to keep it.`;

function cappedWords(
  { cap, source, percent, limit, used, until, time_zone }: SignalOf<"destination.capped">["part"],
  { name, id, nowMs }: { name: string; id: string; nowMs: number },
): NoticeWords {
  const of = source === null ? "" : ` from ${source}`;
  const which = cap === "total" ? "in total" : `${cap === "hour" ? "an" : "a"} ${cap}`;
  const had = `${name} has taken ${used} of its ${sayCount(limit, "lead")} ${which}${of}`;
  const moment = until === null ? null : sayMoment(until, time_zone, nowMs);
  if (percent < 100)
    return {
      summary: `${had} (${Math.floor((100 * used) / limit)} %).${moment === null ? "" : ` What comes beyond is held until ${moment}.`}`,
      what_next: `Nothing, if that is meant. \`leadrelay destination limits ${id}\` shows its caps, and raises them.`,
    };
  const then =
    moment === null
      ? `what comes${of} is held until the cap is raised`
      : `what comes${of} is held until ${moment}`;
  return {
    summary: `${had}: ${then}.`,
    what_next: `Nothing, if that is meant. \`leadrelay destination show ${id}\` says what waits; \`leadrelay destination limits ${id}\` shows its caps, and raises them.`,
  };
}
