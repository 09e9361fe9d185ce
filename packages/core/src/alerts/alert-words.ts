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
      /** See `Trouble`. */
      refused?: number | undefined;
      tookNothing?: true | undefined;
    }
  | { type: "delivery.dead_lettered"; dead_letters: DeadLetters }
);

/** An alert in a sentence, and what to type next, for somebody who is woken by it. */
export function alertWords(facts: AlertFacts): NoticeWords {
  const { id } = facts.destination;
  const name = shortName(facts.destination);
  switch (facts.type) {
    case "destination.down":
      if (facts.refused !== undefined)
        return fitWords({
          summary: `${name} refused the last ${sayCount(facts.refused, "lead")}, the last of them ${spokenTime(facts.since)}. What comes waits and no attempts are spent; one lead is sent now and then to see whether it takes it.`,
          what_next: `\`leadrelay dlq causes --destination ${id}\` says why. Mend that, then \`leadrelay destination enable ${id}\` sends what waits, and \`leadrelay queue replay --destination ${id} --status dead\` plans to send again what it refused.`,
        });
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
      if (facts.tookNothing === true)
        return fitWords({
          summary: `${name} took nothing for five days, and was switched off at ${spokenTime(facts.since)}. Its leads are held.`,
          what_next: `Mend its receiver: \`leadrelay destination test ${id}\` shows what it answers. Then \`leadrelay destination enable ${id}\` sends what is held, and \`leadrelay queue replay --destination ${id} --status dead\` plans to send again what died.`,
        });
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
