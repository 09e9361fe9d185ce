import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { paintStatus, shownStatus } from "../../output/status-paint.ts";
import { actionLines } from "../shared/action-lines.ts";
import { wholePersonWords } from "../shared/person-words.ts";
import { attemptsTable, payloadText } from "../shared/attempts-table.ts";
import { exchangesText } from "../shared/exchange-text.ts";

type DeliveryDetails = components["schemas"]["DeliveryDetails"];

/** A delivery with its tries and what was sent, for a person. */
export function deliveryDetails(
  delivery: DeliveryDetails,
  { outside }: Cli,
  paint: Paint,
  tryNumber?: number,
): string {
  const { event, dead_letter: letter } = delivery;
  const facts = renderDetails(
    [
      ["Delivery", delivery.id],
      ["Status", paintStatus(shownStatus(delivery), paint)],
      ["What next", delivery.what_next],
      ["You can", actionLines(delivery.actions)],
      ["Destination", `${delivery.destination_name ?? "deleted"} (${delivery.destination_id})`],
      ["Who", wholePersonWords(delivery)],
      ["Client", delivery.client_id],
      ["Lead", delivery.lead_id ?? "erased"],
      ["Submission", event?.submission_id],
      ["Event", event === null ? undefined : event.type],
      ["Created", localTime(delivery.created_at, outside)],
      ["Settled", localTime(delivery.settled_at, outside)],
      ...confirmationLines(delivery, outside),
      ["Receiver's id", delivery.receiver_id ?? undefined],
      ["Next try", localTime(delivery.next_attempt_at, outside)],
      ["Letter", letter === null ? undefined : `${letter.id} (${letter.state}: ${letter.cause})`],
    ],
    paint,
  );
  return [
    facts,
    `\n${attemptsTable(delivery.attempts_made, outside, paint)}`,
    earlierTries(delivery),
    whatWasSent(delivery, paint, tryNumber),
  ].join("");
}

/** Of one try, by default the last, or where nothing of it is kept what is sent by the settings of now. */
function whatWasSent(
  { id, attempts_made, event }: DeliveryDetails,
  paint: Paint,
  tryNumber = attempts_made.at(-1)?.number,
): string {
  const shown = attempts_made.find(({ number }) => number === tryNumber);
  const others = attempts_made.filter((one) => one !== shown && one.exchanges !== null);
  const more =
    others.length === 0
      ? ""
      : `\nOf other tries: ${others
          .map(({ number }) => `leadrelay delivery show ${id} --try ${number}`)
          .slice(-3)
          .join(", ")}\n`;
  if (shown?.exchanges == null || shown.exchanges.length === 0)
    return `${payloadText("Sent", event?.payload, paint)}${more}`;
  return `\n${paint("bold", `Try ${shown.number}`)}${exchangesText(shown.exchanges, paint)}${more}`;
}

function confirmationLines(
  { confirmation }: DeliveryDetails,
  outside: Cli["outside"],
): [name: string, value: string][] {
  if (confirmation == null) return [];
  const { due_at, unconfirmed_at, confirmed_at } = confirmation;
  const missed = unconfirmed_at === null ? "" : `, late: it was missed ${localTime(unconfirmed_at, outside)}`;
  if (confirmed_at !== null) return [["Confirmed", `${localTime(confirmed_at, outside)}${missed}`]];
  if (due_at !== null) return [["To be confirmed", `by ${localTime(due_at, outside)}`]];
  return unconfirmed_at === null ? [] : [["Not confirmed", `by ${localTime(unconfirmed_at, outside)}`]];
}

const earlierTries = ({ id, earlier_attempts }: DeliveryDetails) =>
  earlier_attempts === null
    ? ""
    : `Earlier tries: leadrelay delivery show ${id} --attempts-before ${earlier_attempts}\n`;
