import type { NoticeOf } from "@leadrelay/contracts/notice";
import { causeWords } from "../explain/cause-words.ts";
import { sayCount } from "../wording/say-count.ts";
import { sayDuration } from "../wording/say-duration.ts";
import { spokenTime } from "../wording/spoken-time.ts";
import { fitWords, shortName, type NoticeWords } from "../notices/notice-words.ts";

type DeadLetters = NoticeOf<"delivery.dead_lettered">["dead_letters"];

/** What an alert is about; times in ms, `since` when it began. */
type AlertFacts = { destination: { id: string; name: string } } & (
  | {
      type: "destination.down" | "destination.recovered" | "destination.disabled";
      since: number;
      nowMs: number;
    }
  | { type: "delivery.dead_lettered"; dead_letters: DeadLetters }
);

/** An alert in a sentence, and what to type next, for somebody who is woken by it. */
export function alertWords(facts: AlertFacts): NoticeWords {
  const { id } = facts.destination;
  const name = shortName(facts.destination);
  switch (facts.type) {
    case "destination.down":
      return {
        summary: `${name} takes nothing since ${spokenTime(facts.since)}. Leads wait and no attempts are spent; one is sent now and then to see whether it is back.`,
        what_next: `Look at the receiver. \`leadrelay destination show ${id}\` says what waits, \`leadrelay destination test ${id}\` whether it answers.`,
      };
    case "destination.recovered":
      return {
        summary: `${name} takes leads again, after ${sayDuration(Math.max(0, facts.nowMs - facts.since))}. What waited is being sent.`,
        what_next: `Nothing. \`leadrelay destination show ${id}\` says what still waits.`,
      };
    case "destination.disabled":
      return {
        summary: `${name} said that its address is gone, and was switched off at ${spokenTime(facts.since)}. Its leads are held.`,
        what_next: `Give it a new address: \`leadrelay destination change ${id} --address\`, then \`leadrelay destination enable ${id}\` sends what is held.`,
      };
    case "delivery.dead_lettered":
      return lettersWords(name, facts.dead_letters);
  }
}

function lettersWords(
  name: string,
  { cause, status_code, open, fingerprint, sample_id }: DeadLetters,
): NoticeWords {
  const { happened, mend } = causeWords(cause, status_code);
  const again =
    open === 1
      ? `\`leadrelay dlq replay ${sample_id}\``
      : `\`leadrelay queue replay --fingerprint ${fingerprint}\``;
  return fitWords({
    summary: `${sayCount(open, "lead")} did not reach ${name}. ${happened}`,
    what_next: `${mend(`send again by ${again}`)}. \`leadrelay dlq show ${sample_id}\` shows one.`,
  });
}
