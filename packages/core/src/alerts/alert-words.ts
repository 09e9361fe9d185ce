import type { Alert } from "@leadrelay/contracts/alert";
import { causeWords } from "../explain/cause-words.ts";
import { sayCount } from "../wording/say-count.ts";
import { sayDuration } from "../wording/say-duration.ts";
import { spokenTime } from "../wording/spoken-time.ts";

interface AlertFacts extends Pick<Alert, "type" | "dead_letters"> {
  destination: { id: string; name: string };
  /** When it began, ms. */
  since: number;
  nowMs: number;
}

const longestName = 80;

/** An alert in a sentence, and what to type next, for somebody who is woken by it. */
export function alertWords({
  type,
  destination,
  since,
  nowMs,
  dead_letters,
}: AlertFacts): Pick<Alert, "summary" | "what_next"> {
  const { id } = destination;
  const name = destination.name.slice(0, longestName).toWellFormed();
  switch (type) {
    case "destination.down":
      return {
        summary: `${name} takes nothing since ${spokenTime(since)}. Leads wait and no attempts are spent; one is sent now and then to see whether it is back.`,
        what_next: `Look at the receiver. \`leadrelay destination show ${id}\` says what waits, \`leadrelay destination test ${id}\` whether it answers.`,
      };
    case "destination.recovered":
      return {
        summary: `${name} takes leads again, after ${sayDuration(Math.max(0, nowMs - since))}. What waited is being sent.`,
        what_next: `Nothing. \`leadrelay destination show ${id}\` says what still waits.`,
      };
    case "destination.disabled":
      return {
        summary: `${name} said that its address is gone, and was switched off at ${spokenTime(since)}. Its leads are held.`,
        what_next: `Give it a new address: \`leadrelay destination change ${id} --address\`, then \`leadrelay destination enable ${id}\` sends what is held.`,
      };
    case "delivery.dead_lettered":
      return lettersWords(name, dead_letters);
  }
}

function lettersWords(name: string, letters: Alert["dead_letters"]): Pick<Alert, "summary" | "what_next"> {
  if (letters === null) throw new Error("an alert of dead letters says which");
  const { cause, status_code, open, fingerprint, sample_id } = letters;
  const { happened, mend } = causeWords(cause, status_code);
  const again =
    open === 1
      ? `\`leadrelay dlq replay ${sample_id}\``
      : `\`leadrelay queue replay --fingerprint ${fingerprint}\``;
  return {
    summary: `${sayCount(open, "lead")} did not reach ${name}. ${happened}`.slice(0, 500),
    what_next: `${mend(`send again by ${again}`)}. \`leadrelay dlq show ${sample_id}\` shows one.`.slice(
      0,
      500,
    ),
  };
}
