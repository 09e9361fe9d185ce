import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { paintStatus } from "../../output/status-paint.ts";
import { attributionWords } from "../shared/attribution-words.ts";
import { payloadText } from "../shared/attempts-table.ts";

type Submission = components["schemas"]["SubmissionDetails"];

/** A submission with its decision in words, for a person. */
export function submissionDetails(submission: Submission, { outside }: Cli, paint: Paint): string {
  const { decision, events, deliveries } = submission;
  const facts = renderDetails(
    [
      ["Submission", submission.id],
      ["Submitted", localTime(submission.submitted_at, outside)],
      ["Outcome", submission.outcome],
      ["Why", decision.sentences.join("\n")],
      ["Who hears of it", decision.destinations.map(({ sentence }) => sentence).join("\n")],
      ["Lead", `${submission.lead_id ?? "erased"} (its submission ${submission.submission_number})`],
      ["Name", submission.contact_name],
      ["E-mail", submission.contact_email],
      ["Phone", submission.contact_phone],
      ["Clicked", submission.cta],
      ["Page", submission.page_url],
      ["Came by", attributionWords(submission.attribution)],
      ["Client", submission.client_id],
      ["Form", submission.form_id],
      ["Events", events.map(({ id, type }) => `${id} ${type}`).join("\n")],
      ["Deliveries", deliveries.map((delivery) => sent(delivery, paint)).join("\n")],
    ],
    paint,
  );
  return `${facts}${payloadText("Posted", submission.payload, paint)}`;
}

const sent = (delivery: Submission["deliveries"][number], paint: Paint) =>
  `${delivery.id} ${paintStatus(delivery.status, paint)}, ${delivery.destination_name ?? delivery.destination_id}`;
