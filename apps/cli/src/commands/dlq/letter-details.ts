import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { actionLines } from "../shared/action-lines.ts";
import { wholePersonWords } from "../shared/person-words.ts";
import { attemptsTable, payloadText } from "../shared/attempts-table.ts";
import { lastAnswer } from "../shared/last-answer.ts";

type Letter = components["schemas"]["DeadLetterDetails"];

/** A dead letter, for a person. */
export function letterDetails(letter: Letter, { outside }: Cli, paint: Paint): string {
  const time = (at: number | null) => localTime(at, outside);
  const destination = letter.destination_id ?? undefined;
  const facts = renderDetails(
    [
      ["Letter", letter.id],
      ["State", letter.state === "open" ? paint("red", "open") : letter.state],
      ["What happened", letter.what_happened],
      ["What next", letter.what_next],
      ["You can", actionLines(letter.actions)],
      ["Last error", lastAnswer(letter)],
      ["Kind, cause", `${letter.kind}, ${letter.cause}`],
      ["Destination", destination && `${letter.destination_name ?? "deleted"} (${destination})`],
      ["Who", wholePersonWords(letter)],
      ["Client", letter.client_id],
      ["Lead", letter.lead_id],
      ["Submission", letter.submission_id],
      ["Delivery", letter.delivery_id && `${letter.delivery_id} (${letter.delivery_status ?? "erased"})`],
      ["First failed", time(letter.first_failed_at)],
      ["Last failed", time(letter.last_failed_at)],
      ["Fingerprint", letter.fingerprint],
      [
        "Settled",
        letter.settled_at === null ? undefined : `${time(letter.settled_at)} by ${letter.settled_by_name}`,
      ],
      ["Why", letter.settle_reason ?? undefined],
    ],
    paint,
  );
  const tries = letter.kind === "delivery" ? `\n${attemptsTable(letter.attempts_made, outside, paint)}` : "";
  return `${facts}${tries}${payloadText("What would be sent again", letter.payload, paint)}`;
}
